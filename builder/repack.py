"""Python's files as the page gets them: bytecode, so that no browser has to compile them."""

from pathlib import Path

from builder import digests, node, stamps
from builder.places import CACHE, ROOT
from builder.report import say

RECIPE = [ROOT / "builder" / name for name in ("bytecode.py", "bytecode.mjs")]
STDLIB = "/lib/python314.zip"  # where the worker's Python finds the archive: tracebacks name it
PACKAGES = "/lib/python3.14/site-packages"  # where it unpacks wheels
KEEP_SOURCES = "keep-sources"  # beside the bytecode, for programs that show them


def ensure(
    archive: Path, place: str, pyodide: Path, *options: str, folder: Path = CACHE / "bytecode"
) -> Path:
    """Return an archive's twin in bytecode, made again if it, the recipe or Pyodide changed."""
    made, stamp = folder / archive.name, folder / f"{archive.name}.stamp"
    inputs = [archive, place, *options, *RECIPE, pyodide / "package.json"]
    if not (made.is_file() and stamps.is_current(stamp, digests.of_parts([*inputs, made]))):
        say(f"Compiling {archive.name}")
        folder.mkdir(parents=True, exist_ok=True)
        node.run_script(RECIPE[-1], pyodide, archive, made, place, *options)
        stamps.write(stamp, digests.of_parts([*inputs, made]))
    return made
