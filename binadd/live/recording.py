"""A run from its first to its last iteration, recorded for whoever cannot wait for the live one.

It is told as a session would tell it, in frames, with the answers to what is asked on the way.
Numbers are rounded to what can be seen of them, so that the whole is small.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

import numpy as np

from binadd.in_parts import finish
from binadd.judging.evaluation import Evaluation, evaluate
from binadd.live.accuracy_meter import Measurement
from binadd.live.frame import NextFrame, next_carrying
from binadd.live.questions.about_network import reading, weights_now
from binadd.settings import Settings
from binadd.training.curve import is_on_curve, left
from binadd.training.run import Run

EVERY = 500  # iterations in a frame
DIGITS = {"errors": 2, "hidden": 2, "weights": 2, "exact": 6}  # behind the point
OTHERWISE = 4


def as_json(settings: Settings) -> str:
    """Return the recording of a run as one line of JSON, the same whenever it is made."""
    return json.dumps(record(settings), separators=(",", ":"), allow_nan=False) + "\n"


def record(settings: Settings) -> dict[str, Any]:
    """Train a network to its end; return the settings and all frames as plain data."""
    return {"settings": asdict(settings), "frames": [rounded(f) for f in frames(Run(settings))]}


def frames(run: Run) -> Iterator[dict[str, Any]]:
    """Yield a frame before the first iteration, and one after every EVERY of them.

    Each has a `map` of all pairs, too, and two answers about its example. The accuracy is measured
    at the iterations of a live run (see `curve`), and after each frame.
    """
    coming, end = NextFrame(next_carrying(run)), run.settings.iterations
    while True:
        tried = evaluate(run.weights, run.settings.bits)
        coming.add_measurement(Measurement(run.iteration, tried, is_on_curve(run)))
        coming.measurements[-1]["map"] = None  # written shorter, and once a frame
        if run.is_at(EVERY):
            frame = {**coming.take(), "iteration": run.iteration, "map": map_of(tried)}
            yield frame | answers(run, frame["example"])
        if run.iteration >= end:
            return
        coming.add_slice(run.advance(min(left(run), run.left(EVERY))))


def answers(run: Run, example: dict[str, Any]) -> dict[str, Any]:
    """Answer what a page asks about a sum that it shows: its memory, and the weights."""
    width, pair = run.settings.bits, (str(example["a"]), str(example["b"]))
    return {
        "reading": finish(reading(run.weights, width, *pair)),
        **finish(weights_now(run.weights, width)),
    }


def map_of(tried: Evaluation) -> str:
    """Write how many bits are wrong in each sum: a digit a pair, in the order of the tree."""
    return "".join(map(str, (~tried.right).sum(axis=1)))


def rounded(value: Any, name: str = "") -> Any:
    """Turn arrays into lists, and round every number to what can be seen of its kind."""
    if isinstance(value, dict):
        return {key: rounded(part, name if name in DIGITS else key) for key, part in value.items()}
    if isinstance(value, np.ndarray | list):
        return [rounded(part, name) for part in value]
    if isinstance(value, np.generic):
        return rounded(value.item(), name)
    return round(value, DIGITS.get(name, OTHERWISE)) if isinstance(value, float) else value
