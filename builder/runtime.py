"""Pyodide's files, with a lock file that knows of NumPy and binadd only."""

import json
from pathlib import Path
from typing import Any

from builder import digests

CORE = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip")
LOCK = "pyodide-lock.json"


def read_lock(folder: Path) -> dict[str, Any]:
    """Return Pyodide's own lock file: `info`, and `packages` by name."""
    lock: dict[str, Any] = json.loads((folder / LOCK).read_text(encoding="utf-8"))
    return lock


def files(folder: Path, numpy: Path, binadd: Path) -> dict[str, Path | bytes]:
    """Return name -> file (or content) of dist/pyodide/."""
    lock = json.dumps(trimmed_lock(read_lock(folder), binadd), indent=1, sort_keys=True)
    core = {name: folder / name for name in CORE}
    return {**core, numpy.name: numpy, binadd.name: binadd, LOCK: f"{lock}\n".encode()}


def trimmed_lock(lock: dict[str, Any], binadd: Path) -> dict[str, Any]:
    """Keep NumPy of all the packages, and add our own wheel."""
    packages = {"numpy": lock["packages"]["numpy"], "binadd": _binadd_entry(binadd)}
    return {"info": lock["info"], "packages": packages}


def _binadd_entry(wheel: Path) -> dict[str, Any]:
    """Describe our wheel as Pyodide's lock describes its packages."""
    return {
        "name": "binadd",
        "version": wheel.name.split("-")[1],
        "file_name": wheel.name,
        "install_dir": "site",
        "sha256": digests.of_file(wheel),
        "package_type": "package",
        "imports": ["binadd"],
        "depends": ["numpy"],
        "unvendored_tests": False,
    }
