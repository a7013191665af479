"""The pages' style sheets, each put together from many files in one order."""

from pathlib import Path

from builder import features
from builder.content import Content, read

VENDORED = ("pyscript/core.css", "vendor/uPlot.min.css")
FEW = {  # the sheets of pages that need little
    "bench.css": (
        *("pyscript/core.css", "shell/base.css", "shell/layout.css", "shell/style.css"),
        *("features/transport/boot-progress.css", "features/transport/transport.css"),
        *("features/recovery/recovery.css", "bench/bench.css"),
    ),
    "licences.css": ("shell/layout.css", "shell/style.css", "licences.css"),
}
# The last rule of all: a page that lacks it lacks a part of its sheet (page-complete.js tells).
WHOLE = b":root {\n  --whole: yes;\n}\n"


def of(web: Path, vendored: Content) -> dict[str, bytes]:
    """Return the sheets by their names in the site: page.css of everything, and the others."""
    files = [*_folder(web / "shell"), *_folder(web / "drawing"), *features.styles(web)]
    page = [*(read(vendored[name]) for name in VENDORED), *map(read, files)]
    few = {
        name: _join([read(vendored.get(part, web / part)) for part in parts])
        for name, parts in FEW.items()
    }
    return {"page.css": _join([*page, WHOLE]), **few}


def _folder(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.css"))


def _join(parts: list[bytes]) -> bytes:
    return b"\n".join(parts)
