"""The network that a command is about: the one that is given, or else one that is trained now."""

import argparse
import sys

from binadd.cli.options import check_no_settings, settings
from binadd.cli.terminal import Progress, complain
from binadd.saving.npz_file import Saved
from binadd.training.examples import Slice, log_block
from binadd.training.health import Finding
from binadd.training.run import Run
from binadd.training.watch import EVERY, Watch

SLICE = 0.05  # seconds of training between two looks at the progress bar


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


def network(options: argparse.Namespace) -> Saved:
    """Return the network of the weights option, or else one trained now.

    Raises ValueError if both are asked for, Hopeless if the training cannot succeed.
    """
    if options.weights:
        check_no_settings(options)
        saved: Saved = options.weights
        return saved
    run = Run(settings(options))
    return trained(run, run.settings.iterations, options.command, log_every=0, show=True)


def trained(
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
