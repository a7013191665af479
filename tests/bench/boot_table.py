"""The stages of starting as tables in Markdown, one for each browser."""

from collections.abc import Iterator

from tests.bench import machine
from tests.bench.boot import YARDSTICK, Stages, Start, Visit

READY = "boot: ready"
ROWS = {
    "document": "the document has come",
    "first-contentful-paint": "something is painted",
    "boot: files": "all files have come",
    "boot: runtime": "a worker asks for Pyodide",
    "boot: packages": "Python and NumPy are unpacked",
    "boot: network": "NumPy is imported",
    READY: "ready",
}


def markdown(starts: list[Start], runs: int) -> str:
    """Write the heading and the tables."""
    heading = (
        "Seconds from opening a page until a stage of its start is reached, on a first and on a "
        f"second visit; medians of {runs}, in turns. {machine.described()}. The yardstick is "
        f"{YARDSTICK} in a bare worker. MB is what a first visit transfers, compressed. WebKitGTK "
        "has no cache on disk while it is driven: what the page fetches ahead for its worker comes "
        "twice, and of a second visit it keeps what a service worker does."
    )
    return "\n\n".join([heading, *("\n".join(table(start)) for start in starts)])


def table(start: Start) -> Iterator[str]:
    """Write the lines of one browser's table."""
    visits = start.medians
    yardstick, page = visits[YARDSTICK], visits["this page"]
    columns = [page.cold, page.warm, yardstick.cold, yardstick.warm]
    yield f"| {start.browser} | this page: first | second | yardstick: first | second |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    for name, words in ROWS.items():
        yield line(words, [cell(stages, name) for stages in columns])
    yield line("MB", [f"{page.size:.2f}", "", f"{yardstick.size:.2f}", ""])
    yield line("ready, to the yardstick", [*ratios(page, yardstick), "1.00", "1.00"])


def line(words: str, cells: list[str]) -> str:
    """Write a line of a table."""
    return f"| {words} | {' | '.join(cells)} |"


def cell(stages: Stages, name: str) -> str:
    """Write when a stage was reached; not every page has every stage."""
    return f"{stages[name]:.2f}" if name in stages else "–"


def ratios(page: Visit, yardstick: Visit) -> list[str]:
    """Write how long the page takes until it is ready, as shares of what the yardstick takes."""
    pairs = zip(page[:2], yardstick[:2], strict=True)
    return [f"{one[READY] / other[READY]:.2f}" for one, other in pairs]
