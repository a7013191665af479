"""The command bench: how fast each way of training is here."""

import argparse

from binadd.cli.options import Commands, refusing
from binadd.cli.terminal import with_progress
from binadd.settings import Limit
from binadd.speed import benchmark

ROUNDS = Limit("rounds", True, 1, 1_000)


def register(commands: Commands) -> None:
    """Describe the command and its options."""
    benching = commands.add_parser("bench", help="how fast each way of training is here")
    benching.add_argument(
        "--rounds", type=refusing(ROUNDS.parse), default=benchmark.ROUNDS, metavar="N",
        help=f"rounds of measuring, {ROUNDS.wanted} (default {benchmark.ROUNDS})",
    )  # fmt: skip
    benching.set_defaults(run=_bench)


def _bench(chosen: argparse.Namespace) -> int:
    print(benchmark.text(with_progress("measuring", benchmark.measure(chosen.rounds))))
    return 0
