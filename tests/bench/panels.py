"""What it costs to watch: training with every panel in sight, against none, in Chromium."""

from statistics import median
from typing import NamedTuple

from playwright.sync_api import Page

from tests.bench import bench_page
from tests.bench.chromium import Tab

ITERATIONS = 1_000_000  # more than the measurement sees
SETTLING = 3  # seconds of training before anything counts
WATCHING = 6  # seconds that count
TALL = {"width": 1920, "height": 4000}  # all panels are in sight at once
PAGES = ("index.html", "index.html?embed=")  # every panel; none
NOW = """({ iteration: Number(document.documentElement.dataset.iteration),
  seconds: performance.now() / 1000 })"""


class Watched(NamedTuple):
    """Iterations a second, as measured in turns."""

    shown: list[float]  # with every panel in sight
    hidden: list[float]  # with none

    @property
    def share(self) -> float:
        """How much of its speed training keeps: the median over the turns."""
        return median(one / other for one, other in zip(self.shown, self.hidden, strict=True))


def measure(beside: Page, address: str, turns: int) -> Watched:
    """Measure both pages in turns, in a window of the browser of `beside` that shows all."""
    assert beside.context.browser
    page = beside.context.browser.new_page(viewport=TALL)
    found: dict[str, list[float]] = {name: [] for name in PAGES}
    for turn in range(turns):
        for name in PAGES[:: -1 if turn % 2 else 1]:
            found[name].append(speed(page, f"{address}{name}#iterations={ITERATIONS}"))
    page.close()
    return Watched(*found.values())


def speed(page: Page, address: str) -> float:
    """Open a page, let it train, and return its iterations a second."""
    page.goto("about:blank")  # ends the worker of before
    page.goto(address)
    bench_page.wait(Tab(page), "ready")
    page.wait_for_timeout(1000)  # the address asks for a run of its own
    page.click("#train")
    page.wait_for_timeout(1000 * SETTLING)
    before = page.evaluate(NOW)
    page.wait_for_timeout(1000 * WATCHING)
    after = page.evaluate(NOW)
    done: float = after["iteration"] - before["iteration"]
    return done / (after["seconds"] - before["seconds"])


def markdown(watched: Watched) -> str:
    """Write the comparison as a table."""
    rows = {
        "every panel in sight": f"{median(watched.shown):,.0f}",
        "no panel shown": f"{median(watched.hidden):,.0f}",
        f"kept while watched, median of {len(watched.shown)} turns": f"{100 * watched.share:.0f} %",
    }
    head = ["| training at full speed, in Chromium | iterations a second |", "| --- | ---: |"]
    return "\n".join([*head, *(f"| {name} | {value} |" for name, value in rows.items())])
