"""A progress bar on a terminal, and bits laid out for reading."""

import time
from typing import TextIO

from binadd import bits
from binadd.adder import Addition, carries

BAR = 30  # characters
REDRAW = 0.1  # seconds


class Progress:
    """A bar with a percentage; it draws only where `stream` is a terminal."""

    def __init__(self, label: str, total: int, stream: TextIO, show: bool = True) -> None:
        self._label, self._total, self._stream = label, max(total, 1), stream
        self._show = show and stream.isatty()
        self._next = 0.0

    def update(self, done: int) -> None:
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


def layout(addition: Addition, columns: int) -> str:
    """Lay a sum out bit by bit, the highest bit first, in lines of at most `columns` characters."""
    width = addition.width
    wrong = set(addition.wrong.tolist())
    marks = "".join("^" if place in wrong else " " for place in reversed(range(width)))
    rows = {
        "carry": bits.as_text(carries(addition.a, addition.b, width)),
        "first": bits.as_text(bits.to_bits(addition.a, width)),
        "second": bits.as_text(bits.to_bits(addition.b, width)),
        "sum": bits.as_text(addition.truth),
        "network": bits.as_text(addition.said),
        "": marks,
    }
    room = max(columns - 9, 8)
    blocks = []
    for start in range(0, width, room):
        lines = [f"{name:7}  {row[start : start + room]}" for name, row in rows.items()]
        blocks.append("\n".join(line.rstrip() for line in lines if line.strip()))
    return "\n\n".join(blocks)
