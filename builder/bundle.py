"""The pages' scripts in a few files: more than a hundred, asked for one by one, take their time.

The source stays in many modules. esbuild puts together what is wanted together; what both pages
use becomes a part of its own.
"""

import json
import shutil
from pathlib import Path
from typing import NamedTuple

from builder import digests, node, stamps
from builder.addresses import address
from builder.content import Content, read
from builder.places import CACHE, ROOT, WEB
from builder.report import say

RECIPE = ROOT / "builder" / "bundle.mjs"
ENTRIES = (  # have addresses of their own
    *("shell/start.js", "shell/main.js"),
    *("runtime/worker-client.js", "runtime/download-worker.js", "bench/bench.js"),
    *("runtime/no-indexeddb.js", "runtime/start-pyodide.js"),  # pyodide-boot.mjs imports them
)
EXTERNAL = "pyscript/"


class Bundle(NamedTuple):
    """The scripts by address, and what was made of what."""

    scripts: dict[str, bytes]
    sources: dict[str, set[str]]  # script -> the modules in it
    imports: dict[str, set[str]]  # script -> the scripts that it cannot begin without

    def reached(self, entry: str) -> list[str]:
        """Return the scripts that an entry cannot begin without, itself first."""
        found = [entry]
        for name in found:
            found += sorted(self.imports[name] - set(found))
        return found


def ensure(content: Content, modules: Path, folder: Path = CACHE / "bundle") -> Bundle:
    """Bundle the modules among the site's files, if one of them changed since the last time.

    Raises BuildError if one imports what is not there.
    """
    ours = {
        name: read(source)
        for name, source in sorted(content.items())
        if name.endswith(".js") and not name.startswith(EXTERNAL)
    }
    key = digests.of_parts([RECIPE, WEB / "package-lock.json", ENTRIES, ours])
    stamp, out = folder / "made.stamp", folder / "out"
    if not stamps.is_current(stamp, key):
        say("Bundling the pages' modules")
        shutil.rmtree(folder, ignore_errors=True)
        for name, text in ours.items():
            stamps.replace(folder / "in" / name, text)
        entries = [f"{source}={address(source)}" for source in ENTRIES]
        node.run_script(RECIPE, modules, folder / "in", out, *entries)
        stamps.write(stamp, key)
    about = json.loads((out / "bundle.json").read_text(encoding="utf-8"))
    return Bundle(
        {name: (out / name).read_bytes() for name in about},
        {name: set(parts["sources"]) for name, parts in about.items()},
        {name: set(parts["imports"]) for name, parts in about.items()},
    )
