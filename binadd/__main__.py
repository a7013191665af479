"""The command line: python -m binadd train | add | evaluate."""

import argparse
import os
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import fields
from pathlib import Path
from typing import NoReturn, TypeVar

from binadd import __version__, bits, storage
from binadd.adder import add
from binadd.evaluation import evaluate
from binadd.settings import LIMITS, Limit, Settings
from binadd.storage import Saved
from binadd.terminal import Progress, layout
from binadd.training import Run, log_block

SLICE = 0.05  # seconds of training between two looks at the progress bar
LOG_EVERY = Limit("log-every", True, 1, 10_000_000)

T = TypeVar("T")


class Parser(argparse.ArgumentParser):
    """An argument parser that refuses in one line."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and leave with exit status 2."""
        self.exit(2, f"{self.prog}: {message}\n")


def parser() -> Parser:
    """Describe the commands and their options."""
    top = Parser(prog="binadd", description="A recurrent network learns to add binary numbers.")
    top.add_argument("--version", action="version", version=f"binadd {__version__}")
    commands = top.add_subparsers(dest="command", required=True, parser_class=Parser)

    train = commands.add_parser("train", help="train, and print the log of the tutorial")
    _add_settings(train)
    train.add_argument(
        "--log-every",
        type=_refusing(LOG_EVERY.parse),
        default=1000,
        help="iterations between blocks",
    )
    train.add_argument("--save", type=Path, metavar="FILE", help="write the trained weights (.npz)")
    train.add_argument("--quiet", action="store_true", help="print nothing while training")
    train.set_defaults(run=_train)

    adding = commands.add_parser("add", help="let a trained network add two numbers, bit by bit")
    adding.add_argument("first", type=_number("first number"))
    adding.add_argument("second", type=_number("second number"))
    evaluating = commands.add_parser(
        "evaluate", help="the share of all sums and bits it gets right"
    )
    for command, run in ((adding, _add), (evaluating, _evaluate)):
        command.add_argument("--weights", type=_weights, metavar="FILE", help="from train --save")
        _add_settings(command)
        command.set_defaults(run=run)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return the exit status."""
    options = parser().parse_args(arguments)
    try:
        options.run(options)
    except (ValueError, OSError) as error:
        if isinstance(error, BrokenPipeError):  # the reader of a pipe has seen enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 0
        print(f"binadd {options.command}: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    return 0


def _train(options: argparse.Namespace) -> None:
    settings = _settings(options)
    if options.save:
        storage.check_place(options.save)  # a bad place is found now, not after the training
    saved = _trained(settings, options.log_every, show=not options.quiet)
    if options.save:
        storage.save(options.save, saved)


def _add(options: argparse.Namespace) -> None:
    weights, settings, _ = _network(options)
    addition = add(weights, options.first, options.second, settings.bits)
    print(layout(addition, shutil.get_terminal_size().columns))
    wrong = len(addition.wrong)
    verdict = "right" if not wrong else f"wrong in {wrong} of {addition.width} bits"
    print(f"{options.first} + {options.second} = {addition.answer} ({verdict})")
    if addition.width > settings.bits:
        print(f"{addition.width} bits: beyond the {settings.bits} bits it was trained on")


def _evaluate(options: argparse.Namespace) -> None:
    weights, settings, _ = _network(options)
    result = evaluate(weights, settings.bits)
    sums = result.right.all(axis=1)
    tried = f"all {sums.size:,} sums" if result.all_pairs else f"a sample of {sums.size:,} sums"
    for what, right in ((tried, sums), (f"their {result.right.size:,} bits", result.right)):
        print(f"{int(right.sum()):,} of {what} right ({_percent(right.mean())})")


def _percent(share: float) -> str:
    """Write a share so that only all of them are 100 %, and only none of them 0 %."""
    if share in (0, 1):
        return f"{100 * share:.0f} %"
    return f"{min(max(100 * share, 0.01), 99.99):.2f} %"


def _network(options: argparse.Namespace) -> Saved:
    """The network of the weights file, or else one trained now."""
    given = [name for name in LIMITS if getattr(options, name) is not None]
    if options.weights and given:
        raise ValueError(f"--{given[0]} has no effect on the weights file; give one of the two")
    return options.weights or _trained(_settings(options), log_every=0, show=True)


def _trained(settings: Settings, log_every: int, show: bool) -> Saved:
    run = Run(settings)
    progress = Progress("training", settings.iterations, sys.stderr, show)
    while run.iteration < settings.iterations:
        part = run.advance_for(SLICE, settings.iterations - run.iteration)
        if log_every and show:
            for row in range(-part.first % log_every, len(part.errors), log_every):
                progress.clear()
                print(log_block(part.example(row)), flush=True)
        progress.update(run.iteration)
    progress.clear()
    return Saved(run.weights, settings, run.iteration)


def _add_settings(command: argparse.ArgumentParser) -> None:
    for field in fields(Settings):
        limit = LIMITS[field.name]
        described = f"{limit.label}, {limit.wanted} (default {field.default})"
        command.add_argument(
            f"--{field.name}", type=_refusing(limit.parse), metavar="N", help=described
        )


def _settings(options: argparse.Namespace) -> Settings:
    given = {name: getattr(options, name) for name in LIMITS}
    return Settings(**{name: value for name, value in given.items() if value is not None})


def _refusing(parse: Callable[[str], T]) -> Callable[[str], T]:
    """Let argparse show the sentence of a ValueError instead of its own."""

    def convert(text: str) -> T:
        try:
            return parse(text)
        except (ValueError, OSError) as error:
            raise argparse.ArgumentTypeError(str(error)) from error

    return convert


def _number(name: str) -> Callable[[str], int]:
    return _refusing(lambda text: bits.parse_number(text, name))


def _weights(path: str) -> Saved:
    return _refusing(lambda text: storage.load(Path(text)))(path)


if __name__ == "__main__":
    sys.exit(main())
