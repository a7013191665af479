"""How a page starts, stage by stage, beside stock Pyodide and NumPy in a bare worker.

Each page marks its stages itself (`boot: ...`), the last being that it hears from Python that it
takes commands. When a file had come and when something was painted, the browser knows.
"""

import shutil
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from itertools import takewhile
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

from builder import numpy_wheel, runtime
from builder.places import MODULES
from tests.bench.bench_page import Tab
from tests.bench.engines import started, title
from tests.bench.host import Hosted, Sent, hosted
from tests.e2e.engines.tab import wait, wait_state

STOCK = Path(__file__).with_name("stock")
YARDSTICK = "stock Pyodide and NumPy"
SETTLING = 2  # seconds that a browser has for itself when it has just been started
KEEPER = "/service-worker.js"
KEPT = "Boolean(navigator.serviceWorker.controller)"  # it controls what it has wholly
STAGES = """Object.fromEntries([
  ["document", performance.getEntriesByType("navigation")[0].responseEnd],
  ...["paint", "mark"].flatMap((type) => performance.getEntriesByType(type))
    .map(({ name, startTime }) => [name, startTime])])"""

Stages = Mapping[str, float]  # seconds from opening the page until then


class Visit(NamedTuple):
    """One visitor of a site, who comes twice; or the medians of several."""

    cold: Stages
    warm: Stages  # the second time
    size: float  # MB that the first time transfers


class Start(NamedTuple):
    """How the pages start in one engine."""

    browser: str  # and its version
    visits: dict[str, list[Visit]]  # of each page, the yardstick first

    @property
    def medians(self) -> dict[str, Visit]:
        """One visit that stands for all, of each page."""
        return {name: middle(visits) for name, visits in self.visits.items()}


def measure(browsers: Mapping[str, str], folder: Path, runs: int) -> list[Start]:
    """Visit the site in a folder and the yardstick `runs` times in each browser, in turns.

    Each visitor is as new to the site as somebody who was never there.
    browsers: name -> program
    """
    with ExitStack() as stack:
        folders = {YARDSTICK: stack.enter_context(stock()), "this page": folder}
        sites = {name: stack.enter_context(hosted(each)) for name, each in folders.items()}
        kept = {name: (each / KEEPER[1:]).is_file() for name, each in folders.items()}
        starts = {name: Start("", {site: [] for site in sites}) for name in browsers}
        for _ in range(runs):
            for name, program in browsers.items():
                for site, hosting in sites.items():
                    browser, found = visit(name, program, hosting, kept[site])
                    starts[name] = starts[name]._replace(browser=browser)
                    starts[name].visits[site].append(found)
    return list(starts.values())


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


def visit(name: str, program: str, site: Hosted, kept: bool) -> tuple[str, Visit]:
    """Open a page twice in a browser started for that; return the browser's version, too.

    kept: the page has a service worker; the first visit lasts until that has kept all.
    """
    with started(name, program) as tab:
        time.sleep(SETTLING)
        site.sent.clear()
        cold = stages(tab, site.address)
        if kept:
            wait(tab, KEPT, True)
        size = first_transfer(site.sent)
        tab.open("about:blank")  # ends the worker: nothing of it may run on into the next visit
        warm = stages(tab, site.address)
        return title(tab), Visit(cold, warm, size)


def stages(tab: Tab, address: str) -> Stages:
    """Open a page, wait until it is ready, and return when it had come how far."""
    tab.open(address)
    wait_state(tab, "ready")
    return {name: milliseconds / 1000 for name, milliseconds in tab.evaluate(STAGES).items()}


def first_transfer(sent: Sent) -> float:
    """Return the MB that were sent before the service worker came, which fetches the rest."""
    before = takewhile(lambda answer: answer[0] != KEEPER, sent)
    return sum(size for _, size in before) / 1e6


def middle(visits: list[Visit]) -> Visit:
    """Return the medians of several visits."""
    cold, warm, sizes = zip(*visits, strict=True)
    return Visit(medians(cold), medians(warm), median(sizes))


def medians(visits: tuple[Stages, ...]) -> Stages:
    """Return the median of each stage that all visits have."""
    names = [name for name in visits[0] if all(name in visit for visit in visits)]
    return {name: median(visit[name] for visit in visits) for name in names}
