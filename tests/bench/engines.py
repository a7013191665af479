"""Any of the engines, started anew."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from tests.bench.bench_page import Tab
from tests.bench.chromium import Tab as ChromiumTab
from tests.bench.chromium import chromium
from tests.e2e.engines.firefox import firefox
from tests.e2e.engines.webkit import webkit

VERSION = re.compile(r"(Chrome|Firefox)/(\d+)")  # WebKitGTK's tells nothing


@contextmanager
def started(name: str, program: str) -> Iterator[Tab]:
    """A tab of a browser that has never seen a page, for as long as the block lasts."""
    if name == "chromium":
        with chromium(program) as page:
            yield ChromiumTab(page)
    else:
        with {"firefox": firefox, "webkit": webkit}[name](program) as tab:
            yield tab


def title(tab: Tab) -> str:
    """Return what a browser is called, with its version if it tells that."""
    found = VERSION.search(tab.evaluate("navigator.userAgent"))
    return f"{found[1].replace('Chrome', 'Chromium')} {found[2]}" if found else "WebKitGTK"
