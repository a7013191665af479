"""Run other programs, and say which one failed."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from builder import surroundings
from builder.places import CACHE, ROOT, VENV_BIN
from builder.report import BuildError

Command = Sequence[str | Path]
Variables = Mapping[str, str] | None

TOOLS_KEEP = {  # where the tools keep what they remember, whatever folder the cache is
    "HYPOTHESIS_STORAGE_DIRECTORY": str(CACHE / "hypothesis"),
    "MYPY_CACHE_DIR": str(CACHE / "mypy"),
    "RUFF_CACHE_DIR": str(CACHE / "ruff"),
}


def environment(extra: Variables = None) -> dict[str, str]:
    """Return a clean environment with the virtual environment's programs first."""
    own = surroundings.clean(os.environ)
    path = os.pathsep.join([str(VENV_BIN), os.environ.get("PATH", "")])
    return {**own, **TOOLS_KEEP, "PATH": path, **(extra or {})}


def status(command: Command, cwd: Path = ROOT, extra: Variables = None) -> int:
    """Run a command in `cwd` with extra environment variables; return its exit status."""
    return subprocess.run(command, cwd=cwd, env=environment(extra), check=False).returncode


def run(command: Command, cwd: Path = ROOT, extra: Variables = None) -> None:
    """Run a command; raise BuildError with the whole command if it fails."""
    code = status(command, cwd, extra)
    if code:
        shown = " ".join(str(word) for word in command)
        raise BuildError(f"this command failed with exit status {code}: {shown}")
