"""Long work in short parts: a generator that yields now and then and returns its result."""

from collections.abc import Callable, Generator
from contextlib import closing
from typing import Any, TypeVar

Share = TypeVar("Share")
Result = TypeVar("Result")
Parts = Generator[None, None, Result]  # every `yield` is a chance to do other things
Answer = Generator[float | None, None, dict[str, Any]]  # to a question; the share done, if known


def finish(
    parts: Generator[Share, None, Result], hear: Callable[[Share], object] = lambda share: None
) -> Result:
    """Do all the work at once and return its result; `hear` is told what is yielded between."""
    with closing(parts):  # whatever ends it early
        while True:
            try:
                hear(next(parts))
            except StopIteration as done:
                result: Result = done.value
                return result


def within(
    parts: Generator[float | None, None, Result], low: float, high: float
) -> Generator[float, None, Result]:
    """Do the work as a piece of a larger one: from the share `low` of that to the share `high`."""
    done = low
    while True:
        try:
            share = next(parts)
        except StopIteration as end:
            result: Result = end.value
            return result
        if share is not None:
            done = low + share * (high - low)
        yield done


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
