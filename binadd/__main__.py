"""The command line: binadd add, bench, check, evaluate, probe, prove, sweep, train, try."""

import argparse
import sys
from collections.abc import Sequence

import numpy as np

from binadd import __version__
from binadd.cli import add, bench, check, evaluate, probe, prove, sweep, train, try_file
from binadd.cli.options import OPERAND_BITS, Parser
from binadd.cli.streams import robust
from binadd.cli.terminal import complain
from binadd.cli.trained import Hopeless

OVERFLOW = (
    "Some weights are so large that the network's sums overflow: "
    "what is said of it holds for this machine's arithmetic only."
)


def parser() -> Parser:
    """Describe the commands and their options."""
    top = Parser(prog="binadd", description="A recurrent network learns to add binary numbers.")
    top.add_argument("--version", action="version", version=f"binadd {__version__}")
    every = top.add_subparsers(dest="command", required=True, parser_class=Parser)
    for command in (train, add, evaluate, prove, probe, check, sweep, bench, try_file):
        command.register(every)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return the exit status, of which `options.STATUSES` says the meaning."""
    sys.set_int_max_str_digits(OPERAND_BITS)  # Python's own limit is too low for long sums
    with robust() as (out, _):
        try:
            status = _run(parser().parse_args(arguments))
        except SystemExit as left:  # after --help, or a sentence about the arguments
            status = int(left.code or 0)
        except KeyboardInterrupt:
            status = 130
        out.flush()
        if out.lost and not isinstance(out.lost, BrokenPipeError):  # a reader may have seen enough
            complain("", f"the output cannot be written: {out.lost.strerror or out.lost}")
            status = 2
    return status


def _run(options: argparse.Namespace) -> int:
    overflows: set[str] = set()
    try:
        with np.errstate(all="call", under="ignore", call=lambda kind, _: overflows.add(kind)):
            status: int = options.run(options)
    except (ValueError, OSError, Hopeless) as error:
        complain(options.command, error)
        return 1 if isinstance(error, Hopeless) else 2
    if overflows:
        complain(options.command, OVERFLOW)
    return status


if __name__ == "__main__":
    sys.exit(main())
