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


def in_larger_parts(parts: Parts[Result], several: int) -> Parts[Result]:
    """Do several parts of the work as one: for parts that are shorter than they need be."""
    done = 0
    while True:
        try:
            next(parts)
        except StopIteration as end:
            result: Result = end.value
            return result
        done += 1
        if done % several == 0:
            yield
