"""The options of the command line: how they are read, and what they mean together."""

import argparse
import os
from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from binadd import bits
from binadd.saving import capsule, npz_file
from binadd.saving.npz_file import Saved
from binadd.settings import LIMITS, PRESETS, Limit, Settings, Switch

OPERAND_BITS = 100_000  # of a number to add; reading a longer one, or its sum, takes many seconds
TUTORIAL = Settings()
MOST_VALUES = 1_000  # in a list such as 0-29
STATUSES = (
    "Exit status: 0 if it is done (prove: if it is proved; check: if it is a proof); 1 if not, or "
    "if the training cannot succeed; 2 if something given is wrong, or something cannot be read or "
    "written; 130 after Ctrl-C. A reader of the output that leaves early changes nothing about it."
)

Commands = Any  # what argparse's add_subparsers returns; its type has no public name
T = TypeVar("T")


class Parser(argparse.ArgumentParser):
    """An argument parser that refuses in one line, and says in its help what statuses mean."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **{"epilog": STATUSES, **named})

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and leave with exit status 2."""
        self.exit(2, f"{self.prog}: {bits.visible(message)}\n")


def add_settings(
    command: argparse.ArgumentParser, but: Sequence[str] = (), usual: Settings = TUTORIAL
) -> None:
    """Add an option for every setting, except those in `but`, and one for the presets.

    usual: what the command does if nothing is given
    """
    described = "; ".join(f"{name}: {_described(chosen)}" for name, chosen in PRESETS.items())
    command.add_argument(
        "--preset", choices=list(PRESETS), help=f"settings that go together; {described}"
    )
    for field in fields(Settings):
        limit = LIMITS[field.name]
        if field.name not in but:
            default = worded(getattr(usual, field.name))
            command.add_argument(
                f"--{field.name}",
                type=refusing(limit.parse),
                metavar=metavar(limit),
                help=f"{limit.label}, {limit.wanted} (default {default})",
            )


def add_network(command: argparse.ArgumentParser) -> None:
    """Add the options that say which network is meant: a saved one, or one trained now."""
    command.add_argument(
        "--weights", type=saved_network, metavar="FILE", help="from train --save, or a capsule"
    )
    add_settings(command)


def settings(options: argparse.Namespace) -> Settings:
    """Return the settings chosen: those given, on top of the preset."""
    preset = PRESETS[options.preset] if options.preset else TUTORIAL
    return replace(preset, **_given(options))


def check_no_settings(options: argparse.Namespace, but: Sequence[str] = ()) -> None:
    """Raise ValueError if settings, except those in `but`, were given: weights have their own."""
    given = [*(["preset"] if options.preset else []), *_given(options)]
    given = [name for name in given if name not in but]
    if given:
        raise ValueError(f"--{given[0]} has no effect on the weights file; give one of the two")


def refusing(parse: Callable[[str], T]) -> Callable[[str], T]:
    """Let argparse show the sentence of a ValueError instead of its own."""

    def convert(text: str) -> T:
        try:
            return parse(text)
        except (ValueError, OSError) as error:
            raise argparse.ArgumentTypeError(str(error)) from error

    return convert


def number(name: str) -> Callable[[str], int]:
    """Return the reader of a number to add."""
    return refusing(lambda text: bits.parse_number(text, name, OPERAND_BITS))


def listed(limit: Limit) -> Callable[[str], tuple[Any, ...]]:
    """Return the reader of values with commas between, whole ones also as 0-29."""

    def parse(text: str) -> tuple[Any, ...]:
        values: list[Any] = []
        for piece in text.split(","):
            low, dash, high = piece.partition("-") if limit.whole else (piece, "", "")
            first = limit.parse(low if dash and low.strip() else piece)
            last = limit.parse(high) if dash and low.strip() else first
            if not 0 <= last - first < MOST_VALUES - len(values):
                raise ValueError(f"{limit.label} must be 1 to {MOST_VALUES:,} values, low to high")
            values += range(int(first), int(last) + 1) if limit.whole else [float(first)]
        return tuple(values)

    return refusing(parse)


def saved_network(text: str) -> Saved:
    """Read a network from the file of that name or, if there is none, from a capsule."""
    is_capsule = text.strip().startswith(capsule.PREFIX) and not os.path.exists(text)
    read = capsule.decode if is_capsule else lambda name: npz_file.load(Path(name))
    return refusing(read)(text)


def worded(value: object) -> str:
    """Write a setting as it is given on the command line."""
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def metavar(limit: Limit | Switch) -> str:
    """Say in a word or two what a setting can be."""
    return "N" if isinstance(limit, Limit) else "yes|no"


def _given(options: argparse.Namespace) -> dict[str, Any]:
    values = {name: getattr(options, name, None) for name in LIMITS}
    return {name: value for name, value in values.items() if value is not None}


def _described(chosen: Settings) -> str:
    """Say how settings differ from the defaults."""
    changed = {field.name: getattr(chosen, field.name) for field in fields(Settings)}
    words = [
        f"--{name} {worded(value)}"
        for name, value in changed.items()
        if value != getattr(TUTORIAL, name)
    ]
    return " ".join(words) or "all defaults"
