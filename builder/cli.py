"""The commands of build.py."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from builder import bench, linting, options, serve, site, testing
from builder.guard import one_at_a_time
from builder.places import DIST
from builder.report import BuildError, say, say_anything
from builder.unkept import Unkept


def main(arguments: Sequence[str]) -> int:
    """Carry out one command; return the exit status."""
    say_anything()
    given, rest = parser().parse_known_args(arguments)
    if rest and given.command != "test":
        parser().error(f"unknown: {' '.join(rest)}")
    try:
        return run(given, rest)
    except (BuildError, OSError) as error:  # such as a folder that cannot be written to
        say(f"Error: {error}")
        return 1
    except KeyboardInterrupt:
        say("\nStopped; the next run takes up where this one was")
        return 130


def run(given: argparse.Namespace, rest: Sequence[str]) -> int:
    """Carry out the command that was parsed; `rest` goes to pytest."""
    if given.command == "test":
        return testing.test(rest, given.browsers)
    if given.command == "lint":
        return linting.lint(fix=given.fix)
    if given.command == "bench" and given.soak is not None:
        return bench.soak(given.soak)
    if given.command == "bench" and given.lighthouse:
        return bench.lighthouse(given.runs, given.json)
    if given.command == "bench":
        return bench.bench(given.browsers, given.runs, given.json)
    if given.command == "serve":
        return build_and_serve(given.host, given.port, given.offline)
    with one_at_a_time():
        site.build(imaged=not given.plain)
    return 0


def build_and_serve(host: str, port: int, offline: bool) -> int:
    """Bind first, so that a wrong host is told at once; then build, and serve to the end."""
    with serve.bind(DIST, port, serve.Handler if offline else Unkept, host) as server:
        with one_at_a_time():
            site.build()
        serve.serve(server)
    return 0


def parser() -> argparse.ArgumentParser:
    """Describe the command line."""
    top = argparse.ArgumentParser(prog="build.py", description=__doc__)
    commands = top.add_subparsers(dest="command", required=True)
    building = commands.add_parser("build", help="make dist/, the whole static site")
    building.add_argument(
        "--plain",
        action="store_true",
        help="without an image of Python's memory: pages start Python from nothing",
    )
    serving = commands.add_parser("serve", help="build, then serve the site on this machine")
    serving.add_argument(
        "--port", type=options.port, default=serve.PORT, help="default: %(default)s"
    )
    serving.add_argument(
        "--host", default=serve.HOST, help="0.0.0.0 for the whole network; default: %(default)s"
    )
    serving.add_argument(
        "--offline",
        action="store_true",
        help="let browsers keep the page, as a host of the site does",
    )
    tests = commands.add_parser("test", help="build, then test; further words go to pytest")
    tests.add_argument("--browsers", default="chromium", help="or all; default: %(default)s")
    speed = commands.add_parser("bench", help="build, then measure speed in browsers and natively")
    speed.add_argument("--browsers", default="all", help="default: %(default)s")
    speed.add_argument("--runs", type=int, default=3, help="of each; default: %(default)s")
    speed.add_argument("--json", type=Path, metavar="FILE", help="write all numbers there, too")
    soak = speed.add_argument("--soak", nargs="?", const=30.0, type=float, metavar="MINUTES")
    soak.help = "rather use the page for so long: does it grow? MINUTES left out: %(const)s"
    scores = speed.add_argument("--lighthouse", action="store_true")
    scores.help = "rather have Lighthouse look at the page, --runs times"
    lint = commands.add_parser("lint", help="check style and types")
    lint.add_argument("--fix", action="store_true", help="repair first what tools can repair")
    return top
