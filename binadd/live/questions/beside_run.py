"""What a page can ask that is about neither its network nor its run, but stands beside them."""

import importlib
import inspect
from typing import Any

import numpy as np

from binadd.bits import shorten
from binadd.experiments import edited, preset_race
from binadd.experiments.plan import Plan
from binadd.experiments.preset_race import Outcome
from binadd.in_parts import Answer
from binadd.inside import push
from binadd.live.messages import judged, plain
from binadd.live.questions.comparison import compare as compare_in_parts
from binadd.live.questions.registry import question
from binadd.settings import LIMITS
from binadd.speed import benchmark, contestants

PUSH_RANGE, PUSH_POINTS = 6.0, 97  # inputs of the output unit that are drawn: from -6 to 6


@question("compare", needs=None)
def compare(**plan: Any) -> Answer:
    """Train many networks side by side: seeds, hidden sizes, learning rates (see `Plan`)."""
    listed: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in plan.items()
    }
    return (yield from compare_in_parts(Plan(**listed)))


@question("presets", needs=None)
def presets(seed: int = 0) -> Answer:
    """Train the presets side by side, each afresh with that seed."""
    LIMITS["seed"].check(seed)
    return _raced((yield from preset_race.train_in_parts(seed)))


def _raced(outcomes: list[Outcome]) -> dict[str, Any]:
    """Put the outcomes into the words of a message."""
    rows = [
        {
            "name": its.name,
            "settings": plain(its.settings),
            "evaluated": its.evaluated,
            "exact": its.exact,
            "perfect": its.perfect,
            "longestCarry": its.longest_carry,
            "proof": judged(its.proof),
        }
        for its in outcomes
    ]
    return {"rows": rows, "words": preset_race.words(outcomes)}


@question("push", needs=None)
def pushed(outputs: list[float], truth: int) -> Answer:
    """How hard each output that should say `truth` pushes its weights, and how all others would.

    outputs: each between 0 and 1
    """
    if truth not in (0, 1):
        raise ValueError(f"truth must be 0 or 1, not {truth}")
    yield None
    grid = np.linspace(-PUSH_RANGE, PUSH_RANGE, PUSH_POINTS)
    return {
        "points": plain(push.at_outputs(np.array(outputs, dtype=float), truth)),
        "curve": plain(push.at_inputs(grid, truth)),
    }


@question("slopeless", needs=None)
def slopeless() -> Answer:
    """The tutorial's network beside the one whose gradient lacks the slope of the output unit."""
    found = yield from edited.compare()
    return {
        "honest": {**plain(found.honest), "perfect": found.honest.perfect},
        "edited": {**plain(found.edited), "perfect": found.edited.perfect},
    }


@question("bench", needs=None)
def speed() -> Answer:
    """How fast each way of training is on this machine: one round, to be asked for repeatedly."""
    rows = yield from benchmark.measure(rounds=1)
    return {
        "rows": plain(rows),
        "sample": plain(contestants.sample()),
        "milestones": plain(benchmark.milestones()),
    }


@question("source", needs=None)
def source(module: str, name: str) -> Answer:
    """The very source of a function that is running here: its file, its first line, its text.

    module, name: as in training.run and Run.advance; raises ValueError if there is none
    """
    yield None
    try:
        found = importlib.import_module(f"binadd.{module}")
        for part in name.split("."):
            found = getattr(found, part)
        code, line = inspect.getsourcelines(getattr(found, "fget", found))
    except (ImportError, AttributeError, TypeError) as error:
        raise ValueError(f"binadd has no {shorten(f'{module}.{name}')}") from error
    file = f"binadd/{module.replace('.', '/')}.py"
    return {"file": file, "line": line, "code": inspect.cleandoc("".join(code))}
