"""What a visitor can take along of a run: its network, its history, a program that repeats it."""

import numpy as np
from numpy.typing import NDArray

from binadd import bits
from binadd.in_parts import Answer
from binadd.inside import through_time
from binadd.live.messages import plain
from binadd.live.questions.registry import question
from binadd.network import Weights
from binadd.saving import capsule, npz_file, program
from binadd.saving.npz_file import Saved
from binadd.settings import Settings
from binadd.training.examples import Slice
from binadd.training.run import Run
from binadd.trying import line_by_line, take_along

PART = 500  # iterations between two looks at what else there is to do
MOST = 1_000_000  # iterations in a history: some 30 MB of text


@question("start", needs="run")
def start(run: Run) -> Answer:
    """The weights with which the run began: random ones, or those that it was taken up with."""
    yield from ()
    return {"weights": plain(run.start_weights)}


@question("save", needs="run")
def save(run: Run) -> Answer:
    """The network as it stands when this is asked, as an exact file and as a short text.

    The text is None where it cannot hold what the file holds, and `refusal` says why; raises
    ValueError if the weights are not finite, which no file holds.
    """
    return _save(Saved(run.weights, run.settings, run.iteration))


def _save(saved: Saved) -> Answer:
    npz_file.checked(saved)
    text, refusal = None, ""
    try:
        text = capsule.encode(saved)
    except ValueError as error:
        refusal = str(error)
    yield from ()  # all in one part: the visitor waits for it
    return {"text": text, "refusal": refusal, "file": file_of(saved)}


def file_of(saved: Saved) -> NDArray[np.uint8]:
    """Return the content of a file of weights."""
    return np.frombuffer(npz_file.to_bytes(saved), dtype=np.uint8)


@question("history", needs="run")
def history(run: Run) -> Answer:
    """Every iteration until this is asked, as a table of comma-separated values.

    Nothing of the kind is kept: the run is done again from its start, which gives the same
    numbers to the last bit. Raises ValueError if there are more than MOST.
    """
    return _history(run.again(), run.iteration)


def _history(again: Run, end: int) -> Answer:
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


@question("lines", needs="run")
def lines(run: Run, a: str, b: str) -> Answer:
    """What every line of the functions computes for one sum, pass by pass (see `line_by_line`)."""
    return _lines(run.weights, run.settings, a, b)


def _lines(weights: Weights, settings: Settings, a: str, b: str) -> Answer:
    width = settings.bits
    first = bits.parse_number(a, "first number", width - 1)
    second = bits.parse_number(b, "second number", width - 1)
    yield None
    inputs, targets = through_time.example(first, second, width)
    read = line_by_line.read(weights, inputs, targets, settings)
    notes = [{**plain(note), "shape": list(note.value.shape)} for note in read.notes]
    return {"notes": notes, "products": plain(read.products)}


@question("script", needs="run")
def script(run: Run, functions: str | None = None) -> Answer:
    """A Python program that trains as this run did.

    functions: those of somebody else in the place of ours; then it begins at random, as ours does
    """
    if functions is not None:
        yield None
        return {"text": take_along.text(functions, run.settings)}
    start, fresh = run.again(), Run(run.settings)
    same = all(map(np.array_equal, start.weights, fresh.weights))
    if start.iteration or not same:
        raise ValueError(
            "This run began with loaded weights, which settings alone do not bring back: "
            "save the network instead."
        )
    yield None
    return {"text": program.text(run.settings)}
