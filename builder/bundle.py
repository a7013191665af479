"""The pages' scripts in a few files: more than a hundred, asked for one by one, take their time.

The source stays in many modules. esbuild puts together what is wanted together; what both pages
use becomes a part of its own.
"""

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from builder import node, stamps
from builder.content import Content, read
from builder.places import ROOT

RECIPE = ROOT / "builder" / "bundle.mjs"
ENTRIES = (  # keep their addresses
    *("start.js", "main.js", "trainer.js", "bench/bench.js"),
    "keep-nothing.js",  # boot.mjs imports it in the worker
)
EXTERNAL = "pyscript/"


class Bundle(NamedTuple):
    """The scripts by address, and what was made of what."""

    scripts: dict[str, bytes]
    sources: dict[str, set[str]]  # script -> the modules in it
    imports: dict[str, set[str]]  # script -> the scripts that it imports, at once or later

    def reached(self, entry: str) -> list[str]:
        """Return the scripts that an entry comes to import, itself first."""
        found = [entry]
        for name in found:
            found += sorted(self.imports[name] - set(found))
        return found


def make(content: Content, modules: Path) -> Bundle:
    """Bundle the modules among the site's files; raises BuildError if one is not there."""
    with TemporaryDirectory() as temporary:
        folder, out = Path(temporary, "in").resolve(), Path(temporary, "out").resolve()
        for name, source in content.items():
            if name.endswith(".js") and not name.startswith(EXTERNAL):
                stamps.replace(folder / name, read(source))
        node.run_script(RECIPE, modules, folder, out, *ENTRIES)
        return _read(out, folder)


def _read(out: Path, folder: Path) -> Bundle:
    """Read what esbuild made, whose paths begin in `folder`."""
    made: dict[str, Any] = json.loads((out / "bundle.json").read_text(encoding="utf-8"))["outputs"]
    about = {_name(path, folder, out): entry for path, entry in made.items()}
    return Bundle(
        {name: (out / name).read_bytes() for name in about},
        {name: set(entry["inputs"]) for name, entry in about.items()},
        {
            name: {
                _name(one["path"], folder, out)
                for one in entry["imports"]
                if not one.get("external")
            }
            for name, entry in about.items()
        },
    )


def _name(path: str, folder: Path, out: Path) -> str:
    """Return a script's address from its path as esbuild tells it."""
    return (folder / path).resolve().relative_to(out).as_posix()
