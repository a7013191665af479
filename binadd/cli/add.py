"""The command add: a sum of any length, bit by bit."""

import argparse
import shutil

from binadd.cli.options import Commands, add_network, number
from binadd.cli.terminal import closest_call, excerpt, layout, short
from binadd.cli.trained import network
from binadd.judging.addition import Addition, add

WIDEST_LAYOUT = 1_024  # bits; of a wider sum only the part around the first wrong bit is laid out


def register(commands: Commands) -> None:
    """Describe the command and its options."""
    adding = commands.add_parser("add", help="let a trained network add two numbers, bit by bit")
    adding.add_argument("first", type=number("first number"))
    adding.add_argument("second", type=number("second number"))
    adding.add_argument("--margins", action="store_true", help="say how close a call it was")
    add_network(adding)
    adding.set_defaults(run=_add)


def _add(options: argparse.Namespace) -> int:
    weights, chosen, _ = network(options)
    addition = add(weights, options.first, options.second, chosen.bits)
    beyond = addition.width > chosen.bits
    _lay_out(addition)
    wrong = len(addition.wrong)
    verdict = "right" if not wrong else f"wrong in {wrong:,} of {addition.width:,} bits"
    print(f"{short(addition.a)} + {short(addition.b)} = {short(addition.answer)} ({verdict})")
    if beyond or options.margins:
        print(closest_call(addition))
    if beyond:
        print(f"{addition.width:,} bits: beyond the {chosen.bits} bits it was trained on")
    return 0


def _lay_out(addition: Addition) -> None:
    columns = shutil.get_terminal_size().columns
    if addition.width <= WIDEST_LAYOUT:
        print(layout(addition, columns))
    elif len(addition.wrong):
        print(excerpt(addition, columns, int(addition.wrong[0])))
