"""What a visitor can take along of a run: its history, and a program that repeats it.

These are questions like those of `questions`, but about the run and not about the network alone.
"""

from collections.abc import Callable, Mapping

import numpy as np

from binadd.in_parts import Answer
from binadd.saving.program import script
from binadd.training.run import Run, Slice

PART = 500  # iterations between two looks at what else there is to do
MOST = 1_000_000  # iterations in a history: some 30 MB of text


def history(run: Run) -> Answer:
    """Every iteration so far, as a table of comma-separated values.

    Nothing of the kind is kept: the run is done again from its start, which gives the same
    numbers to the last bit.
    """
    again, end = run.again(), run.iteration
    first, length = again.iteration, end - again.iteration
    if length > MOST:
        raise ValueError(f"A history has at most {MOST:,} iterations; this run has {length:,}.")
    lines = ["iteration,a,b,error\n"]
    while again.iteration < end:
        lines += rows(again.advance(min(PART, end - again.iteration)))
        yield (again.iteration - first) / length
    csv = np.frombuffer("".join(lines).encode(), dtype=np.uint8)
    return {"csv": csv, "first": first, "iterations": length}


def rows(part: Slice) -> list[str]:
    """Write each iteration as a line of the table."""
    numbers = zip(part.pairs.tolist(), part.errors.tolist(), strict=True)
    return [f"{at},{a},{b},{error!r}\n" for at, ((a, b), error) in enumerate(numbers, part.first)]


def program(run: Run) -> Answer:
    """A Python program that trains as this run did."""
    start, fresh = run.again(), Run(run.settings)
    same = all(map(np.array_equal, start.weights, fresh.weights))
    if start.iteration or not same:
        raise ValueError(
            "This run began with loaded weights, which settings alone do not bring back: "
            "save the network instead."
        )
    yield None
    return {"text": script(run.settings)}


QUESTIONS: Mapping[str, Callable[..., Answer]] = {
    "history": history,
    "script": program,
}
