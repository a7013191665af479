"""What index.html asks for first: one style sheet instead of many, and all modules at once.

The source stays in many files; a browser that learns of them one after the other would wait for
each in turn.
"""

import posixpath
import re
from collections.abc import Mapping
from pathlib import Path

Content = Mapping[str, Path | bytes]

SHEET = "page.css"
ENTRY = "start.js"
STYLE = re.compile(r' *<link rel="stylesheet" href="\./([^"]+)">\n')
SCRIPT = re.compile(r' *<script type="module" src="\./start\.js">')
IMPORT = re.compile(r"""(?:\bfrom|\bimport)\s*\(?\s*"(\.{1,2}/[^"]+)\"""")


def finish(page: str, content: Content) -> tuple[str, bytes]:
    """Return index.html with one style sheet and every module in its head, and that sheet."""
    names = STYLE.findall(page)
    sheet = b"\n".join(_read(content[name]) for name in names)
    first = next(STYLE.finditer(page)).start()
    rest = STYLE.sub("", page[first:])
    page = f'{page[:first]}    <link rel="stylesheet" href="./{SHEET}">\n{rest}'
    wanted = [name for name in modules(content) if f'"./{name}"' not in page]
    preloads = "".join(f'    <link rel="modulepreload" href="./{name}">\n' for name in wanted)
    return SCRIPT.sub(lambda found: preloads + found[0], page, count=1), sheet


def modules(content: Content) -> list[str]:
    """Return our own modules that the page imports, whoever names them, as they are reached."""
    reached = [ENTRY]
    for name in reached:
        text = _read(content[name]).decode()
        for path in IMPORT.findall(text):
            found = posixpath.normpath(posixpath.join(posixpath.dirname(name), path))
            if found not in reached and found in content and not found.startswith("pyscript/"):
                reached.append(found)
    return reached


def _read(source: Path | bytes) -> bytes:
    return source if isinstance(source, bytes) else source.read_bytes()
