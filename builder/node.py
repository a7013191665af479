"""Node and the front-end packages: installed in the cache, from the lock in web/."""

import platform
import shutil
import subprocess
from pathlib import Path

from builder import digests, stamps, venv
from builder.commands import environment, run
from builder.places import MODULES, NPM, WEB
from builder.report import BuildError, say

OLDEST = 20
INPUTS = ("package.json", "package-lock.json", ".npmrc")
STAMP = NPM / "installed.stamp"


def ensure_packages() -> Path:
    """Make sure the packages of web/package-lock.json are there; return node_modules."""
    key = digests.of_parts([platform.platform(terse=True), *(WEB / name for name in INPUTS)])
    if MODULES.is_dir() and stamps.is_current(STAMP, key):
        return MODULES
    npm = _npm()
    say("Fetching the front-end packages with npm")
    STAMP.unlink(missing_ok=True)
    for name in INPUTS:
        stamps.replace(NPM / name, (WEB / name).read_bytes())
    run([npm, "ci", "--loglevel=error"], cwd=NPM)
    stamps.write(STAMP, key)
    return MODULES


def tool(name: str) -> str:
    """Return the path of a program that one of the front-end packages brings along."""
    found = shutil.which(name, path=str(MODULES / ".bin"))
    if not found:
        raise BuildError(f"{name} is not in {MODULES / '.bin'}; delete {NPM} and build again")
    return found


def run_script(script: Path, *arguments: str | Path) -> None:
    """Have Node run a script."""
    run([program(), script, *arguments])


def program() -> str:
    """Make sure that Node is there; return its path."""
    ensure_node()
    return shutil.which("node", path=environment()["PATH"]) or "node"


def ensure_node() -> None:
    """Make sure that Node is there: the machine's if new enough, else from a Python package."""
    if not _machine_has_node():
        say(f"No Node {OLDEST} or newer with npm here: taking it from a Python package")
        venv.ensure("node")


def _npm() -> str:
    """Return the path of an npm that can be used."""
    ensure_node()
    found = shutil.which("npm", path=environment()["PATH"])
    if not found:
        raise BuildError("npm was not found, although Node's Python package is installed")
    return found


def _machine_has_node() -> bool:
    """Tell whether a Node that is new enough, and npm, can be found."""
    path = environment()["PATH"]
    node = shutil.which("node", path=path)
    if not node or not shutil.which("npm", path=path):
        return False
    shown = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    return major(shown) >= OLDEST


def major(version: str) -> int:
    """Return the first number of a version such as v20.11.1, or 0 if there is none."""
    first = version.strip().removeprefix("v").split(".")[0]
    return int(first) if first.isdigit() else 0
