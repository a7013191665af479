"""Node and the front-end packages: installed in the cache, from the lock in web/."""

import json
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
WHOLE = (  # against what somebody's own .npmrc may say: all kinds of packages, here, for real
    *("--include=dev", "--include=optional", "--include=peer", "--no-dry-run", "--no-global"),
    *("--location=project", "--bin-links", "--no-workspaces", "--no-offline"),
)


def ensure_packages() -> Path:
    """Make sure the packages of web/package-lock.json are there; return node_modules."""
    key = digests.of_parts([platform.platform(terse=True), *(WEB / name for name in INPUTS)])
    if stamps.is_current(STAMP, key) and not absent(NPM):
        return MODULES
    npm = _npm()
    say("Fetching the front-end packages with npm")
    STAMP.unlink(missing_ok=True)
    for name in INPUTS:
        stamps.replace(NPM / name, (WEB / name).read_bytes())
    run([npm, "ci", "--loglevel=error", *WHOLE, f"--prefix={NPM}"], cwd=NPM)
    if lacking := absent(NPM):
        raise BuildError(f"npm has not put {', '.join(lacking)} into {NPM}")
    stamps.write(STAMP, key)
    return MODULES


def absent(folder: Path) -> list[str]:
    """Return what the folder's lock names and its node_modules lacks, whatever npm has said.

    Packages for other machines are optional, and may be absent.
    """
    lock = json.loads((folder / "package-lock.json").read_text(encoding="utf-8"))
    needed = [
        place for place, about in lock["packages"].items() if place and not about.get("optional")
    ]
    return [place for place in needed if not (folder / place / "package.json").is_file()]


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
    shown = subprocess.run(
        [node, "--version"],
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    return major(shown.stdout) >= OLDEST


def major(version: str) -> int:
    """Return the first number of a version such as v20.11.1, or 0 if there is none."""
    first = version.strip().removeprefix("v").split(".")[0]
    return int(first) if first.isdigit() else 0
