"""The command train: the tutorial's log, and the network that has learnt as a file or a text."""

import argparse
from pathlib import Path

from binadd.cli.options import Commands, add_network, check_no_settings, refusing, settings
from binadd.cli.terminal import complain
from binadd.cli.trained import Hopeless, Stopped, trained
from binadd.saving import capsule, npz_file
from binadd.saving.files import check_place
from binadd.saving.npz_file import Saved
from binadd.settings import Limit
from binadd.training.run import Run

LOG_EVERY = Limit("log-every", True, 1, 10_000_000)


def register(commands: Commands) -> None:
    """Describe the command and its options."""
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


def _train(options: argparse.Namespace) -> int:
    run, end = _begun(options)
    start = run.iteration
    if options.save:
        check_place(options.save)  # a bad place is found now, not after the training
    log_alone = not (options.save or options.capsule)
    show = not options.quiet
    try:
        saved = trained(run, end, options.command, options.log_every, show, log_alone)
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
