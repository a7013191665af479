"""The command line: python -m binadd train | add | evaluate | prove | probe | sweep | bench."""

import argparse
import os
import sys
from collections.abc import Sequence

from binadd import __version__, commands, experiments, studies
from binadd.commands import Hopeless
from binadd.options import OPERAND_BITS, Parser


def parser() -> Parser:
    """Describe the commands and their options."""
    top = Parser(prog="binadd", description="A recurrent network learns to add binary numbers.")
    top.add_argument("--version", action="version", version=f"binadd {__version__}")
    every = top.add_subparsers(dest="command", required=True, parser_class=Parser)
    for family in (commands, studies, experiments):
        family.register(every)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return the exit status."""
    sys.set_int_max_str_digits(OPERAND_BITS)  # Python's own limit is too low for long sums
    try:
        return _run(parser().parse_args(arguments))
    except KeyboardInterrupt:
        return 130


def _run(options: argparse.Namespace) -> int:
    try:
        status: int = options.run(options)
        sys.stdout.flush()  # a reader that has left is noticed here
    except BrokenPipeError:  # the reader of a pipe has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (ValueError, OSError, Hopeless) as error:
        print(f"binadd {options.command}: {error}", file=sys.stderr)
        return 1 if isinstance(error, Hopeless) else 2
    return status


if __name__ == "__main__":
    sys.exit(main())
