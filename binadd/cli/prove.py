"""The command prove: is a network right for numbers of every length?"""

import argparse
import shutil
from pathlib import Path

from binadd.cli.options import Commands, add_network
from binadd.cli.terminal import complain, excerpt
from binadd.cli.trained import network
from binadd.judging import certificate
from binadd.judging.addition import add
from binadd.judging.proof import prove
from binadd.saving.files import check_place, write


def register(commands: Commands) -> None:
    """Describe the command and its options."""
    proving = commands.add_parser(
        "prove", help="is it right for numbers of every length? exit status 0 if that is proved"
    )
    proving.add_argument(
        "--certificate",
        type=Path,
        metavar="FILE",
        help="write the proof, if there is one, for others to check (see check)",
    )
    add_network(proving)
    proving.set_defaults(run=_prove)


def _prove(options: argparse.Namespace) -> int:
    if options.certificate:
        check_place(options.certificate)
    weights, chosen, _ = network(options)
    proof = prove(weights, trained=chosen.bits)
    print(proof.words)
    if proof.certified:
        print(f"The output unit's input always stays {proof.margin:.2g} or more away from zero.")
    if proof.certified and options.certificate:
        write(options.certificate, certificate.text(weights, proof.certified).encode())
    elif options.certificate:
        complain(options.command, f"nothing was written to {options.certificate}")
    if proof.failure:
        a, b, wrong_bit = proof.failure
        addition = add(weights, a, b, max(chosen.bits, wrong_bit + 1))
        print(excerpt(addition, shutil.get_terminal_size().columns, wrong_bit))
        print(f"{a:#x} + {b:#x} comes out wrong at bit {wrong_bit}")
    return 0 if proof.verdict == "proved" else 1
