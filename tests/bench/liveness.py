"""How alive the page stays while it trains as fast as it can, in Chromium."""

import random
import time
from pathlib import Path
from statistics import quantiles
from typing import Any, NamedTuple

from playwright.sync_api import Page

from tests.bench import bench_page
from tests.bench.chromium import Tab

SCRIPT = Path(__file__).with_name("liveness.js").read_text(encoding="utf-8")
ITERATIONS = 1_000_000  # more than the measurement sees
SETTLING = 3  # seconds of training before anything counts
WATCHING = 10  # seconds that nobody touches the page
CLICKS = 20  # of each kind
ENGINE = 2  # row of the engine in the table of speeds


class Liveness(NamedTuple):
    """What was seen."""

    frames: float  # animation frames a second
    changes: float  # new iteration numbers drawn a second
    long_tasks: list[float]  # milliseconds on the main thread, of all tasks above 50
    pause: tuple[float, float]  # milliseconds from click to effect: median and 95th percentile
    add: tuple[float, float]
    throughput: float  # iterations a second on the page
    bare: float  # and of the engine alone, in the same worker


def measure(page: Page, address: str) -> Liveness:
    """Watch the training page, and the bare engine before and after."""
    before = bare(page, address)
    page.goto(f"{address}index.html#iterations={ITERATIONS}")
    bench_page.wait(Tab(page), "ready")
    page.wait_for_timeout(1000)  # the address asks for a run of its own
    page.click("#train")
    page.wait_for_timeout(1000 * SETTLING)
    page.evaluate(SCRIPT)
    watched = watch(page)
    for number in range(CLICKS):
        pause(page, number + 1)
        add(page, number + 1)
    seen = look(page)
    return Liveness(
        frames=watched["frames"] / WATCHING,
        changes=watched["changes"] / WATCHING,
        long_tasks=seen["longTasks"],
        pause=percentiles(seen["pause"]),
        add=percentiles(seen["add"]),
        throughput=watched["iterations"] / WATCHING,
        bare=(before + bare(page, address)) / 2,
    )


def bare(page: Page, address: str) -> float:
    """Examples a second of the engine, with nothing else to do."""
    return bench_page.measure(Tab(page), address).table[ENGINE].per_second


def watch(page: Page) -> dict[str, Any]:
    """Let it train, and return what changed meanwhile."""
    before = look(page)
    time.sleep(WATCHING - (look(page)["now"] - before["now"]) / 1000)
    after = look(page)
    return {name: after[name] - before[name] for name in ("frames", "changes", "iterations")}


def look(page: Page) -> Any:
    """Return all that the script has seen so far."""
    return page.evaluate(
        "({...seen, now: performance.now(),"
        " iterations: Number(document.documentElement.dataset.iteration)})"
    )


def pause(page: Page, times: int) -> None:
    """Press Pause at some moment, wait for its effect, and go on."""
    page.wait_for_timeout(random.uniform(100, 400))
    page.click("#pause")
    _until(page, "pause", times)
    page.click("#train")


def add(page: Page, times: int) -> None:
    """Ask another sum at some moment, and wait for the answer."""
    page.wait_for_timeout(random.uniform(100, 400))
    page.fill("#first", str(times))
    page.click("#add")
    _until(page, "add", times)


def _until(page: Page, kind: str, times: int) -> None:
    deadline = time.monotonic() + bench_page.PATIENCE
    while len(look(page)[kind]) < times:
        if time.monotonic() > deadline:
            raise TimeoutError(f"no answer to a click on {kind}")
        page.wait_for_timeout(20)


def percentiles(milliseconds: list[float]) -> tuple[float, float]:
    """Return the median and the 95th percentile."""
    cuts = quantiles(milliseconds, n=20, method="inclusive")
    return cuts[9], cuts[18]


def markdown(live: Liveness) -> str:
    """Write what was seen as a table."""
    tasks = live.long_tasks
    longest = f"{len(tasks)}, the longest {max(tasks):.0f} ms" if tasks else "none"
    share = live.throughput / live.bare
    rows = {
        "animation frames a second": f"{live.frames:.0f}",
        "changes drawn a second": f"{live.changes:.0f}",
        "tasks on the main thread above 50 ms": longest,
        "from Pause to its effect, median and 95 %": _milliseconds(live.pause),
        "from Add to its answer, median and 95 %": _milliseconds(live.add),
        "iterations a second": f"{live.throughput:,.0f}, {100 * share:.0f} % of the bare engine's",
    }
    head = ["| the page while it trains, in Chromium | measured |", "| --- | ---: |"]
    return "\n".join([*head, *(f"| {name} | {value} |" for name, value in rows.items())])


def _milliseconds(percentile: tuple[float, float]) -> str:
    return " and ".join(f"{each:.0f} ms" for each in percentile)
