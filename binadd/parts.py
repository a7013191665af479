"""Long work in short parts: a generator that yields now and then and returns its result."""

from collections.abc import Generator
from typing import TypeVar

Result = TypeVar("Result")
Parts = Generator[None, None, Result]  # every `yield` is a chance to do other things


def finish(parts: Generator[object, None, Result]) -> Result:
    """Do all the work at once and return its result, whatever is yielded between."""
    while True:
        try:
            next(parts)
        except StopIteration as done:
            result: Result = done.value
            return result
