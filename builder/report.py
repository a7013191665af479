"""What the builder tells its user, and the one error it stops with."""

import io
import sys


class BuildError(Exception):
    """Something the user must know about; the message says what would be right."""


def say_anything() -> None:
    """Let a terminal that lacks a letter, as of a folder's name, show its number instead."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def say(text: str) -> None:
    """Print one plain line of progress, at once."""
    print(text, flush=True)


def progress(label: str, done: int, total: int) -> None:
    """Rewrite one line of a terminal with how much of `total` bytes is done."""
    if not sys.stdout.isatty() or total <= 0:
        return
    end = "\n" if done >= total else ""
    print(f"\r  {label}: {done / 1e6:.1f} of {total / 1e6:.1f} MB", end=end, flush=True)
