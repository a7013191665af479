"""What index.html asks for first: one style sheet instead of many; then what starts Python."""

import re
from collections.abc import Iterable

from builder.content import Content, read

SHEET = "page.css"
STYLE = re.compile(r' *<link rel="stylesheet" href="\./([^"]+)">\n')
PRELOAD = 'rel="modulepreload" fetchpriority="low"'
SCRIPT = re.compile(r' *<script type="module" src="\./start\.js">')


def finish(page: str, content: Content, scripts: Iterable[str]) -> tuple[str, bytes]:
    """Return index.html with one style sheet and these scripts in its head, and that sheet.

    The scripts are asked for early, but the first paint goes before them.
    """
    names = STYLE.findall(page)
    sheet = b"\n".join(read(content[name]) for name in names)
    first = next(STYLE.finditer(page)).start()
    rest = STYLE.sub("", page[first:])
    page = f'{page[:first]}    <link rel="stylesheet" href="./{SHEET}">\n{rest}'
    wanted = [name for name in scripts if f'"./{name}"' not in page]
    preloads = "".join(f'    <link {PRELOAD} href="./{name}">\n' for name in wanted)
    return SCRIPT.sub(lambda found: preloads + found[0], page, count=1), sheet
