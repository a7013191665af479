"""The command evaluate: how many of all sums come out right."""

import argparse

from binadd.cli.options import Commands, add_network
from binadd.cli.trained import network
from binadd.judging.evaluation import evaluate
from binadd.numerals import percent


def register(commands: Commands) -> None:
    """Describe the command and its options."""
    evaluating = commands.add_parser(
        "evaluate", help="the share of all sums and bits it gets right"
    )
    add_network(evaluating)
    evaluating.set_defaults(run=_evaluate)


def _evaluate(options: argparse.Namespace) -> int:
    weights, chosen, _ = network(options)
    result = evaluate(weights, chosen.bits)
    sums = result.right.all(axis=1)
    tried = f"all {sums.size:,} sums" if result.all_pairs else f"a sample of {sums.size:,} sums"
    for what, right in ((tried, sums), (f"their {result.right.size:,} bits", result.right)):
        print(f"{int(right.sum()):,} of {what} right ({percent(float(right.mean()))})")
    return 0
