"""The commands train, add and evaluate; the others begin with a network from here, too."""

import argparse
import shutil
import sys
from pathlib import Path

from binadd import capsule, storage
from binadd.adder import Addition, add
from binadd.evaluation import evaluate
from binadd.health import Finding
from binadd.options import (
    Commands,
    add_network,
    check_no_settings,
    number,
    refusing,
    settings,
)
from binadd.settings import Limit
from binadd.storage import Saved
from binadd.terminal import Progress, closest_call, excerpt, layout, percent, short
from binadd.training import Run, Slice, log_block
from binadd.watch import EVERY, Watch

SLICE = 0.05  # seconds of training between two looks at the progress bar
WIDEST_LAYOUT = 1_024  # bits; of a wider sum only the part around the first wrong bit is laid out
LOG_EVERY = Limit("log-every", True, 1, 10_000_000)


class Hopeless(Exception):
    """Training that cannot succeed; the text says why and what to do."""

    def __init__(self, reason: str, good: Saved) -> None:
        super().__init__(reason)
        self.good = good  # the network as it was when nothing was wrong yet


def register(commands: Commands) -> None:
    """Describe the commands and their options."""
    training = commands.add_parser(
        "train", help="train, from weights if given, and print the tutorial's log"
    )
    add_network(training)
    training.add_argument(
        "--log-every",
        type=refusing(LOG_EVERY.parse),
        default=1000,
        metavar="N",
        help="iterations between blocks",
    )
    training.add_argument(
        "--save", type=Path, metavar="FILE", help="write the trained weights (.npz), exactly"
    )
    training.add_argument(
        "--capsule",
        action="store_true",
        help="print the trained network as one short text in the end, weights rounded to float32",
    )
    training.add_argument("--quiet", action="store_true", help="print no log while training")
    training.set_defaults(run=_train)

    adding = commands.add_parser("add", help="let a trained network add two numbers, bit by bit")
    adding.add_argument("first", type=number("first number"))
    adding.add_argument("second", type=number("second number"))
    adding.add_argument("--margins", action="store_true", help="say how close a call it was")
    add_network(adding)
    adding.set_defaults(run=_add)

    evaluating = commands.add_parser(
        "evaluate", help="the share of all sums and bits it gets right"
    )
    add_network(evaluating)
    evaluating.set_defaults(run=_evaluate)


def network(options: argparse.Namespace) -> Saved:
    """Return the network of the weights option, or else one trained now.

    Raises ValueError if both are asked for, Hopeless if the training cannot succeed.
    """
    if options.weights:
        check_no_settings(options)
        saved: Saved = options.weights
        return saved
    run = Run(settings(options))
    return _trained(run, run.settings.iterations, options.command, log_every=0, show=True)


# ---- train ---------------------------------------------------------------------------------------


def _train(options: argparse.Namespace) -> int:
    run, end = _begun(options)
    if options.save:
        storage.check_place(options.save)  # a bad place is found now, not after the training
    try:
        saved = _trained(run, end, options.command, options.log_every, show=not options.quiet)
    except Hopeless as hopeless:
        if options.save:
            storage.save(options.save, hopeless.good)
            kept = f"{options.save} holds the network of iteration {hopeless.good.iteration:,}"
            raise Hopeless(f"{hopeless} ({kept}.)", hopeless.good) from hopeless
        raise
    if options.save:
        storage.save(options.save, saved)
    if options.capsule:
        print(capsule.encode(saved))
    return 0


def _begun(options: argparse.Namespace) -> tuple[Run, int]:
    """Return a new run, or the one whose weights are given, and the iteration where it ends."""
    if not options.weights:
        run = Run(settings(options))
        return run, run.settings.iterations
    check_no_settings(options, but=["iterations"])
    weights, chosen, iteration = options.weights
    more = chosen.iterations if options.iterations is None else options.iterations
    return Run.resume(chosen, weights, iteration), iteration + more


def _trained(run: Run, end: int, command: str, log_every: int, show: bool) -> Saved:
    watch = Watch(run)
    good = Saved(run.weights, run.settings, run.iteration)
    progress = Progress("training", end, sys.stderr, show)
    while run.iteration < end:
        part = run.advance_for(SLICE, min(end - run.iteration, watch.left))
        if log_every and show:
            _log(part, log_every, progress)
        _judge(watch.judge(part), good, progress, command)
        if run.is_at(EVERY):
            good = Saved(run.weights, run.settings, run.iteration)
        progress.update(run.iteration)
    progress.clear()
    return Saved(run.weights, run.settings, run.iteration)


def _log(part: Slice, log_every: int, progress: Progress) -> None:
    for row in range(-part.first % log_every, len(part.errors), log_every):
        progress.clear()
        print(log_block(part.example(row)), flush=True)


def _judge(finding: Finding | None, good: Saved, progress: Progress, command: str) -> None:
    """Warn of what is wrong with the training; raise Hopeless if it cannot succeed."""
    if finding:
        progress.clear()
        if finding.fatal:
            raise Hopeless(finding.reason, good)
        print(f"binadd {command}: {finding.reason}", file=sys.stderr)


# ---- add and evaluate ----------------------------------------------------------------------------


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


def _evaluate(options: argparse.Namespace) -> int:
    weights, chosen, _ = network(options)
    result = evaluate(weights, chosen.bits)
    sums = result.right.all(axis=1)
    tried = f"all {sums.size:,} sums" if result.all_pairs else f"a sample of {sums.size:,} sums"
    for what, right in ((tried, sums), (f"their {result.right.size:,} bits", result.right)):
        print(f"{int(right.sum()):,} of {what} right ({percent(float(right.mean()))})")
    return 0
