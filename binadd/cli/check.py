"""The command check: is a certificate a proof, and of which network?"""

import argparse
from pathlib import Path

from binadd.cli.options import Commands, saved_network
from binadd.cli.terminal import complain
from binadd.judging import certificate, checker


def register(commands: Commands) -> None:
    """Describe the command and its options."""
    checking = commands.add_parser(
        "check",
        help="check a certificate of prove --certificate by whole numbers alone, without NumPy; "
        "exit status 0 if it is a proof",
    )
    checking.add_argument("file", type=Path, metavar="FILE", help="the certificate")
    checking.add_argument(
        "--weights",
        type=saved_network,
        metavar="FILE",
        help="is it of this network? from train --save",
    )
    checking.set_defaults(run=_check)


def _check(options: argparse.Namespace) -> int:
    content = options.file.open("rb").read(checker.MOST_BYTES)
    try:
        words = checker.check_text(content)
    except checker.Refused as error:
        complain(options.command, f"{options.file} proves nothing: {error}")
        return 1
    if options.weights and not certificate.is_of(options.weights.weights, content):
        complain(options.command, f"{options.file} is a proof, but of another network")
        return 1
    print(words)
    return 0
