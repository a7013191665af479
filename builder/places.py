"""Where things are. Everything fetched or made lies in CACHE or DIST, and nowhere else."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WEB = ROOT / "web"
DIST = ROOT / "dist"
CACHE = Path(os.environ.get("BINADD_CACHE") or ROOT / ".cache").resolve()

VENV = CACHE / "venv"
VENV_BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = VENV_BIN / ("python.exe" if os.name == "nt" else "python")

NPM = CACHE / "npm"  # package.json and lock are copied here, so that web/ stays clean
MODULES = NPM / "node_modules"
WHEELS = CACHE / "wheels"
