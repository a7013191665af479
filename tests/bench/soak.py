"""A page used without end: does it hold ever more, and does it still calculate as on the first day?

python3 build.py bench --soak MINUTES
"""

import argparse
import csv
import random
import sys
import time
from pathlib import Path

import numpy as np
from playwright.sync_api import expect

from binadd.settings import Settings
from binadd.training.run import Run
from builder.places import DIST
from builder.serve import in_background
from tests.bench.chromium import chromium
from tests.bench.memory import Held, Scale
from tests.e2e.app import TRAINING, App

EVERY = 30  # seconds between two looks
LOOKS = 6  # at least: the first half does not count, for caches fill and code is compiled
TOLERANCE = 1e-10  # between the page's errors and the native ones
ASK = "document.getElementById('add').click()"
SHARE = 0.03  # that may come to what is held in the second half; more than what varies by itself
PRINTED = Path(__file__).parent.parent / "golden" / "seed0_printed.txt"


def main() -> None:
    """Use the page for so long; end with an error if it grows or miscalculates."""
    options = parser().parse_args()
    with in_background(DIST) as server, chromium(options.browser) as page:
        complaints: list[str] = []
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(server.address)
        app = App(page)
        app.expect_state("ready")
        found = soak(app, 60 * options.minutes, options.seed)
        grown = growth(found)
        print(*(f"{name}: {words}" for name, words in grown.items()), sep="\n")
        print(f"errors of 2015, seed 0: off by {deviation(app):.1e} at most")
    if complaints or any("grows" in words for words in grown.values()):
        sys.exit("\n".join([*complaints, "The page does not bear it"]))


def soak(app: App, seconds: float, seed: int) -> list[tuple[float, Held]]:
    """Use the page for so many seconds; return what it held every half minute, and when."""
    scale, draw = Scale(app.page), random.Random(seed)
    start, found, rounds = time.monotonic(), list[tuple[float, Held]](), 0
    while (passed := time.monotonic() - start) < seconds or len(found) < LOOKS:
        one_round(app, draw, rounds)
        rounds += 1
        if passed >= EVERY * len(found):
            found.append((time.monotonic() - start, scale.weigh(ASK)))
            now, held = found[-1]
            print(f"{now:5.0f} s, round {rounds:3}: {held.words}", flush=True)
    return found


# ---- what a visitor does -------------------------------------------------------------------------


def one_round(app: App, draw: random.Random, number: int) -> None:
    """Do a little of everything, and end with the preset 2015 at its beginning."""
    train_and_rewind(app, draw)
    ask(app, draw)
    look_into_it(app)
    (experiment, side_by_side, take_along)[number % 3](app)
    begin(app, "fixed" if number % 2 else "2015")
    app.train_to_the_end()
    begin(app, "2015")


def begin(app: App, preset: str) -> None:
    """Begin a run anew."""
    if app.field("Preset").input_value() != preset:
        app.field("Preset").select_option(preset)
    app.button("Reset").click()
    expect(app.field("Preset")).to_have_value(preset)
    app.expect_iteration(0)


def train_and_rewind(app: App, draw: random.Random) -> None:
    """Train for a moment, step, go back somewhere, and train on."""
    app.button("Train").click()
    app.page.wait_for_timeout(1000)
    if app.button("Pause").is_enabled():
        app.button("Pause").click()
    app.page.wait_for_timeout(100)
    app.button("Step").click()
    app.page.locator("#rewind").fill(str(draw.randrange(app.iteration)))
    app.page.wait_for_timeout(500)
    app.button("Step").click()


def ask(app: App, draw: random.Random) -> None:
    """Ask sums of many lengths, and let the last one go."""
    for bits in (7, 60, 1000):
        app.add(str(draw.getrandbits(bits)), str(draw.getrandbits(bits)))
        app.page.wait_for_timeout(200)
    app.button("Let go").click()


def look_into_it(app: App) -> None:
    """Ask for proof and machine, cut the memory, change the theme, and put all back."""
    app.button("Can it be proved?").click()
    app.button("Which machine is it?").click()
    app.button("Cut the memory").click()
    app.page.wait_for_timeout(300)
    app.button("Undo").click()
    for theme in ("dark", "system"):
        app.field("Theme").select_option(theme)


def experiment(app: App) -> None:
    """Compare many networks, but not to the end."""
    app.button("Hidden units: 4, 8, 16, 32").click()
    app.page.wait_for_timeout(2000)
    if app.button("Cancel").is_enabled():
        app.button("Cancel").click()


def side_by_side(app: App) -> None:
    """Train both presets beside the run."""
    app.button("Train both").click()
    expect(app.button("Train both")).to_be_enabled(timeout=TRAINING)


def take_along(app: App) -> None:
    """Save the network and load it again."""
    with app.page.expect_download() as download:
        app.button("Save file").click()
    file = {"name": "kept.npz", "mimeType": "", "buffer": download.value.path().read_bytes()}
    app.page.locator("#file-to-load").set_input_files(file)
    expect(app.page.locator("#keep-said")).to_contain_text("Loaded kept.npz")


# ---- what came of it -----------------------------------------------------------------------------


def growth(found: list[tuple[float, Held]]) -> dict[str, str]:
    """Say of everything how it changes, by a straight line through the second half of the time."""
    counted = found[len(found) // 2 :]
    hours = np.array([now for now, _ in counted]) / 3600
    told = {}
    for name, *values in zip(Held._fields, *(held for _, held in counted), strict=True):
        slope = float(np.polyfit(hours, values, 1)[0])
        share = slope * (hours[-1] - hours[0]) / float(np.mean(values))
        verdict = "grows" if share > SHARE else "flat"
        told[name] = f"{values[0]:.2f} to {values[-1]:.2f}, {slope:+.2f} an hour: {verdict}"
    return told


def deviation(app: App) -> float:
    """Train 2015 from seed 0 once more; return how far its errors are from a native run's."""
    begin(app, "2015")
    app.train_to_the_end()
    expect(app.page.locator("#log")).to_have_text(PRINTED.read_text().strip())
    with app.page.expect_download() as download:
        app.button("Table (CSV)").click()
    rows = csv.DictReader(download.value.path().read_text().splitlines())
    errors = np.array([float(row["error"]) for row in rows])
    run = Run(Settings())
    native = run.advance(run.settings.iterations).errors
    largest = float(np.abs(errors - native).max())
    if largest > TOLERANCE:
        raise ArithmeticError(f"an error is off by {largest}")
    return largest


def parser() -> argparse.ArgumentParser:
    """Describe the command line; build.py calls it."""
    top = argparse.ArgumentParser(prog="python -m tests.bench.soak", description=__doc__)
    top.add_argument("minutes", type=float)
    top.add_argument("--browser", default="", metavar="PROGRAM")
    top.add_argument("--seed", type=int, default=0, help="of the visitor's whims")
    return top


if __name__ == "__main__":
    main()
