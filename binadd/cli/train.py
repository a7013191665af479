"""The commands train, add and evaluate; the others begin with a network from here, too."""

import argparse
import shutil
import sys
from pathlib import Path

from binadd.bits import visible
from binadd.cli.options import (
    Commands,
    add_network,
    check_no_settings,
    number,
    refusing,
    settings,
)
from binadd.cli.terminal import Progress, closest_call, excerpt, layout, percent, short
from binadd.judging.addition import Addition, add
from binadd.judging.evaluation import evaluate
from binadd.saving import capsule, npz_file
from binadd.saving.files import check_place
from binadd.saving.npz_file import Saved
from binadd.settings import Limit
from binadd.training.health import Finding
from binadd.training.run import Run, Slice, log_block
from binadd.training.watch import EVERY, Watch

SLICE = 0.05  # seconds of training between two looks at the progress bar
WIDEST_LAYOUT = 1_024  # bits; of a wider sum only the part around the first wrong bit is laid out
LOG_EVERY = Limit("log-every", True, 1, 10_000_000)


class Hopeless(Exception):
    """Training that cannot succeed; the text says why and what to do."""

    def __init__(self, reason: str, good: Saved) -> None:
        super().__init__(reason)
        self.good = good  # the network as it was when nothing was wrong yet


class Stopped(KeyboardInterrupt):
    """Training that Ctrl-C has ended."""

    def __init__(self, good: Saved) -> None:
        super().__init__()
        self.good = good  # the network as it was after the last whole slice


def complain(command: str, what: object) -> None:
    """Say in one line what is wrong; foreign names in it do nothing to a terminal."""
    print(f"{f'binadd {command}'.strip()}: {visible(str(what))}", file=sys.stderr)


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
    start = run.iteration
    if options.save:
        check_place(options.save)  # a bad place is found now, not after the training
    log_alone = not (options.save or options.capsule)
    show = not options.quiet
    try:
        saved = _trained(run, end, options.command, options.log_every, show, log_alone)
    except Hopeless as hopeless:
        kept = _hand_over(options, hopeless.good, start)
        raise Hopeless(f"{hopeless}{kept}", hopeless.good) from None
    except Stopped as stopped:
        kept = _hand_over(options, stopped.good, start)
        if options.save:
            complain(options.command, f"Stopped by Ctrl-C.{kept}")
        raise
    _hand_over(options, saved)
    return 0


def _hand_over(options: argparse.Namespace, saved: Saved, start: int = -1) -> str:
    """Save and print the network, where that is wanted; say where it is, behind other words.

    start: the iteration of a network that has learnt nothing, and takes no other's place
    """
    kept = ""
    if options.save and saved.iteration == start and options.save.exists():
        kept = f" ({options.save} is as it was.)"
    elif options.save:
        _save(options.save, saved)
        kept = f" ({options.save} holds the network of iteration {saved.iteration:,}.)"
    if options.capsule:
        print(capsule.encode(saved))
    return kept


def _save(path: Path, saved: Saved) -> None:
    """Save the network; if the place is not as good as it was when training began, show it."""
    try:
        npz_file.save(path, saved)
    except ValueError as error:
        try:
            shown = f". The network as a text, for --weights: {capsule.encode(saved)}"
        except ValueError:  # it has none
            shown = ""
        raise ValueError(f"{error}{shown}") from error


def _begun(options: argparse.Namespace) -> tuple[Run, int]:
    """Return a new run, or the one whose weights are given, and the iteration where it ends."""
    if not options.weights:
        run = Run(settings(options))
        return run, run.settings.iterations
    check_no_settings(options, but=["iterations"])
    weights, chosen, iteration = options.weights
    more = chosen.iterations if options.iterations is None else options.iterations
    return Run.resume(chosen, weights, iteration), iteration + more


def _trained(
    run: Run, end: int, command: str, log_every: int, show: bool, log_alone: bool = False
) -> Saved:
    """Train to the end and return the network.

    log_alone: nothing but the log comes of it, so it ends when nobody reads that any more

    Raises Hopeless if it cannot succeed, Stopped after Ctrl-C.
    """
    watch = Watch(run)
    good = newest = Saved(run.weights, run.settings, run.iteration)
    progress = Progress("training", end, sys.stderr, show)
    try:
        while run.iteration < end:
            part = run.advance_for(SLICE, min(end - run.iteration, watch.left))
            if log_every and show:
                _log(part, log_every, progress)
                if log_alone and getattr(sys.stdout, "lost", None):
                    break
            _judge(watch.judge(part), good, progress, command)
            newest = Saved(run.weights, run.settings, run.iteration)
            good = newest if run.is_at(EVERY) else good
            progress.update(run.iteration)
    except KeyboardInterrupt:
        raise Stopped(newest) from None  # the run may be in the midst of a slice
    finally:
        progress.clear()
    return newest


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
        complain(command, finding.reason)


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
