"""A change of the network to be tried, with a guess first and a goal that behaviour decides.

The text of a solution does not matter, only what comes of it when it is checked and trained.
"""

from collections.abc import Callable
from dataclasses import dataclass

from binadd.trying.trial import Honest, Trial
from binadd.trying.written import ours

Edits = tuple[tuple[str, str], ...]  # what stands in our text, and what in its place


@dataclass(frozen=True)
class Challenge:
    """One thing to try."""

    name: str
    title: str
    asks: str  # the guess, before it is run
    choices: tuple[str, ...]
    truth: int  # the choice that holds
    goal: str
    hints: tuple[str, ...]
    loaded: Edits  # from our text to the one to begin with
    solution: Edits  # from our text to one that reaches the goal
    reached: Callable[[Trial, Honest], bool]

    @property
    def text(self) -> str:
        """The text to begin with."""
        return edited(self.loaded)


def edited(edits: Edits) -> str:
    """Return our text with changes; raises ValueError unless each finds its place once."""
    text = ours()
    for before, after in edits:
        if text.count(before) != 1:
            raise ValueError(f"our text has {text.count(before)} times {before!r}")
        text = text.replace(before, after)
    return text


def between(first: str, end: str) -> str:
    """Return our text from `first` on, up to the `end` that comes next."""
    text = ours()
    start = text.index(first)
    return text[start : text.index(end, start)]
