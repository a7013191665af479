"""What is shown in a terminal: a progress bar, bits laid out for reading, numbers in words."""

import sys
import time
from collections.abc import Callable, Generator
from typing import TextIO, TypeVar

import numpy as np

from binadd import bits
from binadd.in_parts import finish
from binadd.judging.addition import Addition, carries

BAR = 30  # characters
REDRAW = 0.1  # seconds
MOST_DIGITS = 320  # of a number that is written in full: any of 1,024 bits is


T = TypeVar("T")


class Progress:
    """A bar with a percentage; it draws only where `stream` is a terminal."""

    def __init__(self, label: str, total: int, stream: TextIO, show: bool = True) -> None:
        self._label, self._total, self._stream = label, max(total, 1), stream
        self._show = show and stream.isatty()
        self._next = 0.0

    def update(self, done: float) -> None:
        """Draw how much is done, at most ten times a second."""
        now = time.monotonic()
        if not self._show or now < self._next:
            return
        self._next = now + REDRAW
        share = min(done / self._total, 1)
        filled = round(share * BAR)
        bar = "█" * filled + "·" * (BAR - filled)
        self._stream.write(f"\r{self._label} {bar} {share:4.0%}")
        self._stream.flush()

    def clear(self) -> None:
        """Wipe the bar, so that other text can take its line."""
        if self._show:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
            self._next = 0.0


def with_progress(
    label: str, parts: Generator[float, None, T], check: Callable[[], None] = lambda: None
) -> T:
    """Do work that yields the share that is done, and return its result; `check` may end it."""
    progress = Progress(label, 1, sys.stderr)

    def hear(share: float) -> None:
        progress.update(share)
        check()

    try:
        return finish(parts, hear)
    finally:
        progress.clear()


def complain(command: str, what: object) -> None:
    """Say in one line what is wrong; foreign names in it do nothing to a terminal."""
    print(f"{f'binadd {command}'.strip()}: {bits.visible(str(what))}", file=sys.stderr)


def layout(addition: Addition, columns: int, places: range | None = None) -> str:
    """Lay a sum out bit by bit, the highest bit first, in lines of at most `columns` characters.

    places: the bits to show, all by default
    """
    width = addition.width
    shown = places or range(width)
    marks = np.zeros(width, dtype=bool)
    marks[addition.wrong] = True
    rows = {
        "carry": carries(addition.a, addition.b, width),
        "first": bits.to_bits(addition.a, width),
        "second": bits.to_bits(addition.b, width),
        "sum": addition.truth,
        "network": addition.said,
    }
    lines = {name: bits.as_text(row[shown.start : shown.stop]) for name, row in rows.items()}
    lines[""] = "".join("^" if marks[place] else " " for place in reversed(shown))
    room = max(columns - 9, 8)
    blocks = []
    for start in range(0, len(shown), room):
        cut = [f"{name:7}  {line[start : start + room]}" for name, line in lines.items()]
        blocks.append("\n".join(line.rstrip() for line in cut if line.strip()))
    return "\n\n".join(blocks)


def excerpt(addition: Addition, columns: int, place: int) -> str:
    """Lay out one line of a sum, with the bit at `place` in it; all of a sum that fits."""
    room = max(columns - 9, 8)
    if addition.width <= room:
        return layout(addition, columns)
    low = min(max(place - room // 2, 0), addition.width - room)
    head = f"bits {low + room - 1:,} to {low:,} of {addition.width:,}:"
    return f"{head}\n{layout(addition, columns, range(low, low + room))}"


def closest_call(addition: Addition) -> str:
    """Say which bit of a sum was the closest call and, if any is wrong, the first that is."""
    place = int(np.abs(addition.outputs - 0.5).argmin())
    words = f"closest call: an output of {addition.outputs[place]:.3f} at bit {place:,}"
    return f"first wrong bit: {addition.wrong[0]:,}; {words}" if len(addition.wrong) else words


def short(number: int) -> str:
    """Write a number in full, or the ends of one that is very long."""
    return bits.shorten(str(number), MOST_DIGITS)
