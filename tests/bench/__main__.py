"""Measure the built site: python3 build.py bench."""

import argparse
import json
from pathlib import Path

from builder.places import DIST
from builder.serve import in_background
from tests.bench import boot, boot_table, liveness, panels, proving, speed, sweeping
from tests.bench.chromium import chromium


def main() -> None:
    """Measure what is asked for, print tables, and write all numbers into a file if wanted."""
    options = parser().parse_args()
    browsers = dict(one.split("=", 1) for one in options.browser)
    found: dict[str, object] = {}
    with in_background(DIST) as server:
        columns = speed.measure(server.address, browsers, options.runs)
        print(f"\n{speed.markdown(columns, options.runs)}\n", flush=True)
        found["speed"] = [column._asdict() for column in columns]
        gain = sweeping.measure(options.runs)
        print(f"{sweeping.markdown(gain)}\n", flush=True)
        found["sweep"] = gain._asdict()
        seeds = proving.measure()
        print(f"{proving.markdown(seeds)}\n", flush=True)
        found["proofs"] = seeds._asdict()
        starts = boot.measure(browsers, DIST, options.runs)
        print(f"{boot_table.markdown(starts, options.runs)}\n", flush=True)
        found["boot"] = [plain(start) for start in starts]
        if "chromium" in browsers:
            with chromium(browsers["chromium"]) as page:
                live = liveness.measure(page, server.address)
                print(f"{liveness.markdown(live)}\n", flush=True)
                watched = panels.measure(page, server.address, options.runs)
            print(f"{panels.markdown(watched)}\n", flush=True)
            found["liveness"] = live._asdict()
            found["panels"] = {**watched._asdict(), "share": watched.share}
    if options.json:
        options.json.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


def plain(start: boot.Start) -> dict[str, object]:
    """Return all visits by name, as JSON has them."""
    visits = {page: [each._asdict() for each in found] for page, found in start.visits.items()}
    return {"browser": start.browser, "visits": visits}


def parser() -> argparse.ArgumentParser:
    """Describe the command line; build.py calls it."""
    top = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    top.add_argument("--browser", action="append", default=[], metavar="NAME=PROGRAM")
    top.add_argument("--runs", type=int, default=3)
    top.add_argument("--json", type=Path)
    return top


if __name__ == "__main__":
    main()
