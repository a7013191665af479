"""The command try: the functions of a file in the place of ours, checked and trained."""

import argparse
import sys
from pathlib import Path

from binadd.cli.options import Commands, add_settings, settings
from binadd.cli.terminal import Progress, complain
from binadd.in_parts import finish
from binadd.numerals import percent
from binadd.trying.trial import Honest, Trial, honest
from binadd.trying.verdict import judge

MOST_BYTES = 1_000_000  # of a file; ours has some five thousand
ROWS = 11  # of the comparison


def register(commands: Commands) -> None:
    """Describe the command and its options."""
    trying = commands.add_parser(
        "try",
        help="train the functions of a Python file in the place of those of binadd/network.py: is "
        "their gradient right, and what becomes of the learning? exit status 0 if they ran. The "
        "file is run as it is: look at one that is not yours before",
    )
    trying.add_argument("file", type=Path, metavar="FILE", help="defines all of the functions")
    add_settings(trying)
    trying.set_defaults(run=_try)


def _try(options: argparse.Namespace) -> int:
    chosen = settings(options)
    trial = Trial(_text(options.file), chosen)
    progress = Progress("training", chosen.iterations, sys.stderr)
    for _ in trial.work():
        progress.update(trial.iteration)
    beside = finish(honest(chosen))
    progress.clear()
    print(trial.printed, end="")
    print("\n".join(_told(trial, beside)))
    if trial.mistake:
        complain(options.command, f"{options.file}: {trial.mistake}")
    return 1 if trial.mistake else 0


def _text(file: Path) -> str:
    """Read the text of a file; raises ValueError if it is none, or too long."""
    with file.open("rb") as opened:
        content = opened.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise ValueError(f"{file} must have at most {MOST_BYTES:,} bytes; it has more")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValueError(f"{file} must be a text in UTF-8: {error.reason}") from error


def _told(trial: Trial, beside: Honest) -> list[str]:
    """Put the comparison into lines."""
    verdict = judge(trial, beside)
    usual = {point.iteration: point.exact for point in beside.points}
    points = trial.points
    shown = points[:: max(1, -(-len(beside.points) // ROWS))]
    shown = shown if not points or shown[-1] is points[-1] else [*shown, points[-1]]
    rows = [
        f"{at:>10,}{percent(exact):>12}{percent(usual[at]):>12}"
        for at, exact, _ in shown
        if at in usual
    ]
    head = [f"{'sums':>10}{'yours':>12}{'ours':>12}"] if rows else []
    said = [f"Gradient: {verdict.gradient}"] if verdict.gradient else []
    said += [f"Learning: {verdict.learning}"] if not trial.mistake else []
    return [verdict.title, *said, *head, *rows]
