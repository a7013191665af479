"""What Lighthouse says of the built site, on a host as it will have.

python3 build.py bench --lighthouse
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import sync_playwright

from builder.places import DIST
from tests.bench import machine
from tests.bench.host import hosted

LIGHTHOUSE = "lighthouse@12.2.3"  # runs on Node 20, the oldest that build.py accepts; 13 does not
FLAGS = "--headless=new --no-sandbox"
CATEGORIES = {
    "performance": "performance",
    "accessibility": "accessibility",
    "best-practices": "best practices",
    "seo": "search engines (SEO)",
}
AUDITS = {  # name -> what it is called here, in which unit and how many of Lighthouse's make one
    "first-contentful-paint": ("first contentful paint, s", 1000),
    "largest-contentful-paint": ("largest contentful paint, s", 1000),
    "speed-index": ("speed index, s", 1000),
    "total-blocking-time": ("total blocking time, ms", 1),
    "cumulative-layout-shift": ("cumulative layout shift", 1),
    "total-byte-weight": ("transferred, MB", 1_000_000),
}

# Headless, Chromium may hold a page's first frame back for whole seconds, whatever the page does:
# https://github.com/GoogleChrome/lighthouse/issues/17148
HELD = 700  # milliseconds from the whole document to its first paint; no page of ours takes so long
PATIENCE = 4  # runs for each that counts

Report = dict[str, Any]  # as Lighthouse writes it
Figures = dict[str, float]  # what is measured -> its figure


def main() -> None:
    """Run Lighthouse several times, print the medians, write all numbers if wanted."""
    options = parser().parse_args()
    program = options.browser or own_chromium()
    with hosted(DIST) as site:
        runs, held = several(options.runs, lambda: report(site.address, program))
    print(f"\n{markdown(runs, held)}\n")
    if options.json:
        found = {"lighthouse": runs, "held": held}
        options.json.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


def several(wanted: int, look: Callable[[], Report]) -> tuple[list[Figures], int]:
    """Return the figures of so many runs, and how many others the browser has spoilt."""
    runs, held = list[Figures](), 0
    while len(runs) < wanted:
        found = look()
        if spoilt(found) and held < wanted * (PATIENCE - 1):
            held += 1
        else:
            runs.append(figures(found))
    return runs, held


def spoilt(found: Report) -> bool:
    """Has the browser held the first frame back?"""
    if found.get("runtimeError"):
        return False
    seen = found["audits"]["metrics"]["details"]["items"][0]
    waited = seen["observedFirstContentfulPaint"] - seen["observedDomContentLoaded"]
    return bool(waited > HELD)


def own_chromium() -> str:
    """Return the path of Playwright's own Chromium."""
    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def report(address: str, program: str) -> Report:
    """Have Lighthouse look at a page, as on a middling phone and network; return its report."""
    with TemporaryDirectory() as folder:
        file = Path(folder, "report.json")
        options = ["--quiet", "--output=json", f"--output-path={file}", f"--chrome-flags={FLAGS}"]
        command = [shutil.which("npx") or "npx", "--yes", LIGHTHOUSE, address, *options]
        if subprocess.run(command, env={**os.environ, "CHROME_PATH": program}).returncode:
            sys.exit(f"npx could not run {LIGHTHOUSE}; the reason stands above")
        found: Report = json.loads(file.read_text(encoding="utf-8"))
    return found


def figures(found: Report) -> Figures:
    """Return what the table tells of a report."""
    if problem := found.get("runtimeError"):
        sys.exit(f"Lighthouse could not look at the page: {problem['message']}")
    scores = {words: 100 * found["categories"][name]["score"] for name, words in CATEGORIES.items()}
    audits = {
        words: found["audits"][name]["numericValue"] / unit
        for name, (words, unit) in AUDITS.items()
    }
    return {**scores, **audits}


def markdown(runs: list[Figures], held: int = 0) -> str:
    """Write the heading and the table of medians, and how far the runs differ."""
    without = f", without {held} in which the browser held back the first frame" if held else ""
    heading = (
        f"{LIGHTHOUSE}, a phone on a slow network as it simulates one, the host compressing text; "
        f"medians of {len(runs)}{without}. {machine.described()}."
    )
    columns = {name: sorted(run[name] for run in runs) for name in runs[0]}
    rows = [
        f"| {name} | {number(median(values))} | {number(values[0])} to {number(values[-1])} |"
        for name, values in columns.items()
    ]
    return "\n".join([heading, "", "| Lighthouse | | |", "| --- | ---: | ---: |", *rows])


def number(value: float) -> str:
    """Write a figure with as many digits as it is worth."""
    return f"{value:.0f}" if value >= 20 else f"{value:.2f}"


def parser() -> argparse.ArgumentParser:
    """Describe the command line; build.py calls it."""
    top = argparse.ArgumentParser(prog="python -m tests.bench.lighthouse", description=__doc__)
    top.add_argument("--browser", default="", metavar="PROGRAM")
    top.add_argument("--runs", type=int, default=3)
    top.add_argument("--json", type=Path)
    return top


if __name__ == "__main__":
    main()
