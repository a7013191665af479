"""The commands of build.py."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from builder import bench, linting, serve, site, testing
from builder.guard import one_at_a_time
from builder.report import BuildError, say


def main(arguments: Sequence[str]) -> int:
    """Carry out one command; return the exit status."""
    options, rest = parser().parse_known_args(arguments)
    if rest and options.command != "test":
        parser().error(f"unknown: {' '.join(rest)}")
    try:
        return run(options, rest)
    except BuildError as error:
        say(f"Error: {error}")
        return 1
    except KeyboardInterrupt:
        say("\nStopped; the next run takes up where this one was")
        return 130


def run(options: argparse.Namespace, rest: Sequence[str]) -> int:
    """Carry out the command that was parsed; `rest` goes to pytest."""
    if options.command == "test":
        return testing.test(rest, options.browsers)
    if options.command == "lint":
        return linting.lint(fix=options.fix)
    if options.command == "bench" and options.soak is not None:
        return bench.soak(options.soak)
    if options.command == "bench" and options.lighthouse:
        return bench.lighthouse(options.runs, options.json)
    if options.command == "bench":
        return bench.bench(options.browsers, options.runs, options.json)
    with one_at_a_time():
        dist = site.build()
    if options.command == "serve":
        serve.serve(dist, options.port)
    return 0


def parser() -> argparse.ArgumentParser:
    """Describe the command line."""
    top = argparse.ArgumentParser(prog="build.py", description=__doc__)
    commands = top.add_subparsers(dest="command", required=True)
    commands.add_parser("build", help="make dist/, the whole static site")
    serving = commands.add_parser("serve", help="build, then serve the site on this machine")
    serving.add_argument("--port", type=int, default=serve.PORT, help="default: %(default)s")
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
