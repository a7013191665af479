"""The pages' style sheets, each put together from many files in one order."""

import re
from pathlib import Path

from builder import features
from builder.content import Content, Source, read

VENDORED = ("pyscript/core.css", "vendor/uPlot.min.css")
FEW = {  # the sheets of pages that need little
    "bench.css": (
        *("pyscript/core.css", "drawing/sizes.css"),
        *("shell/base.css", "shell/layout.css", "shell/style.css"),
        *("features/transport/boot-progress.css", "features/transport/transport.css"),
        *("features/recovery/recovery.css", "bench/bench.css"),
    ),
    "teach.css": ("drawing/sizes.css", "shell/layout.css", "shell/style.css", "teach.css"),
    "licences.css": ("drawing/sizes.css", "shell/layout.css", "shell/style.css", "licences.css"),
}
STRING_OR_COMMENT = re.compile(r"\"[^\"]*\"|/\*.*?\*/", re.DOTALL)


def of(web: Path, vendored: Content) -> dict[str, bytes]:
    """Return the sheets by their names in the site: page.css of everything, and the others."""
    files = [*_folder(web / "shell"), *_folder(web / "drawing"), *features.styles(web)]
    parts = {"page.css": [*(vendored[name] for name in VENDORED), *files]}
    for name, few in FEW.items():
        parts[name] = [vendored.get(part, web / part) for part in few]
    return {name: b"\n".join(map(_served, each)) for name, each in parts.items()}


def slim(text: str) -> str:
    """Return a style sheet without what only its readers want: comments and indentation."""
    bare = STRING_OR_COMMENT.sub(lambda found: found[0] if found[0][0] == '"' else "", text)
    return "\n".join(line.strip() for line in bare.splitlines() if line.strip())


def _served(part: Source) -> bytes:
    return slim(read(part).decode("utf-8")).encode()


def _folder(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.css"))
