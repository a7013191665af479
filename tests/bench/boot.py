"""How long the page takes to be ready, beside stock Pyodide and NumPy in a bare worker."""

import gzip
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

from playwright.sync_api import Page

from builder import numpy_wheel, runtime
from builder.places import MODULES
from builder.serve import in_background
from tests.bench import machine

STOCK = Path(__file__).with_name("stock")
YARDSTICK = "stock Pyodide and NumPy"
PACKED = (".whl", ".zip")  # a host sends these as they are, and compresses everything else
PATIENCE = 120_000  # milliseconds
NOTE_WHEN_READY = """new MutationObserver((_, observer) => {
  if (document.documentElement?.dataset.state !== "ready") return;
  globalThis.readyAfter = performance.now() / 1000;
  observer.disconnect();
}).observe(document, { attributes: true, childList: true, subtree: true });"""


class Visit(NamedTuple):
    """One visitor of a site, who comes twice; or the medians of several."""

    cold: float  # seconds from opening the page until it is ready
    warm: float  # the second time
    size: float  # MB that the first time transfers


def measure(page: Page, sites: dict[str, Path], runs: int) -> dict[str, Visit]:
    """Visit the yardstick and all sites (name -> folder) `runs` times, in turns.

    Each visitor is as new to the browser of `page` as somebody who was never there.
    """
    with ExitStack() as stack:
        folders = {YARDSTICK: stack.enter_context(stock()), **sites}
        addresses = {
            name: stack.enter_context(in_background(folder)).address
            for name, folder in folders.items()
        }
        visits = {name: list[Visit]() for name in folders}
        for _ in range(runs):
            for name, found in visits.items():
                found.append(visit(page, addresses[name], folders[name]))
    return {name: Visit(*map(median, zip(*found, strict=True))) for name, found in visits.items()}


@contextmanager
def stock() -> Iterator[Path]:
    """Make a folder with the yardstick: Pyodide as npm has it, and NumPy's wheel as it came."""
    pyodide = MODULES / "pyodide"
    wheel = numpy_wheel.ensure(runtime.read_lock(pyodide)["packages"]["numpy"])
    with TemporaryDirectory() as temporary:
        folder = Path(shutil.copytree(STOCK, temporary, dirs_exist_ok=True))
        (folder / "pyodide").mkdir()
        names = (*runtime.CORE, runtime.STDLIB, runtime.LOCK)
        for file in (wheel, *(pyodide / name for name in names)):
            shutil.copy(file, folder / "pyodide")
        yield folder


def visit(beside: Page, address: str, folder: Path) -> Visit:
    """Open a page twice in one new context of the browser."""
    assert beside.context.browser
    context = beside.context.browser.new_context()
    asked: set[str] = set()
    context.on("request", lambda request: asked.add(request.url.partition("?")[0]))
    page = context.new_page()
    page.add_init_script(NOTE_WHEN_READY)
    cold = ready_after(page, address, kept=(folder / "service-worker.js").is_file())
    paths = [url.removeprefix(address) or "index.html" for url in asked if url.startswith(address)]
    size = sum(transferred(folder / path) for path in paths) / 1e6
    warm = ready_after(page, address)
    context.close()
    return Visit(cold, warm, size)


def ready_after(page: Page, address: str, kept: bool = False) -> float:
    """Open a page, and return the seconds until it is ready; leave it when it is kept, if so."""
    page.goto(address)
    page.wait_for_selector('html[data-state="ready"]', state="attached", timeout=PATIENCE)
    seconds: float = page.evaluate("readyAfter")
    if kept:
        page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.goto("about:blank")  # ends the worker: nothing of it may run on into the next visit
    return seconds


def transferred(file: Path) -> int:
    """Return how many bytes a host sends for a file."""
    content = file.read_bytes()
    return len(content if file.suffix in PACKED else gzip.compress(content))


def markdown(visits: dict[str, Visit], runs: int) -> str:
    """Write the heading and the table."""
    heading = (
        "Seconds from opening a page until its Python is ready and, in brackets, the ratio to the "
        f"first line; medians of {runs}, in turns. {machine.described()}."
    )
    titles = ["| page | first visit | second visit | MB |", "| --- | ---: | ---: | ---: |"]
    yardstick = visits[YARDSTICK]
    return "\n".join([heading, "", *titles, *(line(*item, yardstick) for item in visits.items())])


def line(name: str, visit: Visit, yardstick: Visit) -> str:
    """Write a line of the table."""
    pairs = zip(visit[:2], yardstick[:2], strict=True)
    cells = [f"{seconds:.2f} ({seconds / whole:.2f})" for seconds, whole in pairs]
    return f"| {name} | {' | '.join(cells)} | {visit.size:.2f} |"
