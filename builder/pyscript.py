"""The part of PyScript that the page needs, found by following its imports."""

import re
from collections.abc import Iterable
from pathlib import Path

from builder.report import BuildError

STATIC_IMPORT = re.compile(r"""(?:\bfrom|\bimport)\s*["']\./([\w.-]+)["']""")
CORE = "pyscript/core"
ERROR_CHUNK = re.compile(r"""["']\./(error-[\w-]+\.js)["']""")


def files(folder: Path) -> dict[str, Path]:
    """Return name -> file for core.js, all it imports at once, its error chunk and its style.

    Chunks that are only imported on demand (editor, terminal, games, TOML, zip) stay out:
    the page asks for none of them.
    """
    needed: dict[str, Path] = {"core.css": folder / "core.css"}
    _follow("core.js", folder, needed)
    for name in _error_chunks(list(needed.values())):
        _follow(name, folder, needed)
    return needed


def core(names: Iterable[str]) -> list[str]:
    """Return those files of the site without which PyScript cannot begin, core.js first."""
    return sorted((name for name in names if name.startswith(CORE)), key=len)


def _follow(name: str, folder: Path, needed: dict[str, Path]) -> None:
    """Add a script and all that it imports at once."""
    if name in needed:
        return
    needed[name] = folder / name
    for imported in STATIC_IMPORT.findall(needed[name].read_text(encoding="utf-8")):
        _follow(imported, folder, needed)


def _error_chunks(scripts: list[Path]) -> set[str]:
    """Return the names of the chunk that shows errors, as the core imports it."""
    text = "".join(path.read_text(encoding="utf-8") for path in scripts)
    found = set(ERROR_CHUNK.findall(text))
    if not found:
        raise BuildError("PyScript's core names no error chunk: its layout must have changed")
    return found
