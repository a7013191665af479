"""A trial for a page that watches: events as texts in JSON, one after the other.

The page runs this in a worker of its own, which it ends when it has had enough. So nothing is asked
back, and nothing is held in common.
"""

import json
from collections.abc import Generator, Iterator
from dataclasses import fields
from typing import Any

from binadd.settings import Settings
from binadd.trying.challenges import CHALLENGES
from binadd.trying.trial import Honest, Point, Trial, honest
from binadd.trying.verdict import judge, of_gradient

BETWEEN = 4  # parts of the work between two events


def tell(text: str, chosen: str, challenge: str = "") -> Iterator[str]:
    """Try functions, and yield what comes of it.

    chosen: the settings of the run, as an object in JSON; further names in it are passed over
    challenge: the name of the one whose goal is to be reached, if any
    """
    given = json.loads(chosen)
    settings = Settings(**{each.name: given[each.name] for each in fields(Settings)})
    trial, told = Trial(text, settings), 0
    for part, _ in enumerate(trial.work()):
        if told == len(trial.points) and part % BETWEEN:
            continue
        yield _event("tried", **_stands(trial, told))
        told = len(trial.points)
    beside = yield from _beside(settings)
    yield _event("judged", **_stands(trial, told), **_judged(trial, beside, challenge))


def _beside(settings: Settings) -> Generator[str, None, Honest]:
    """Train the honest network, a sign of life at every part; return it."""
    parts = honest(settings)
    while True:
        try:
            next(parts)
        except StopIteration as done:
            found: Honest = done.value
            return found
        yield _event("beside")


def _stands(trial: Trial, told: int) -> dict[str, Any]:
    """Say how far it is; of the points those that have not been told."""
    return {
        "iteration": trial.iteration,
        "points": [_point(point) for point in trial.points[told:]],
        "gradient": of_gradient(trial.check) if trial.check else "",
    }


def _judged(trial: Trial, beside: Honest, challenge: str) -> dict[str, Any]:
    verdict, mistake = judge(trial, beside), trial.mistake
    wanted = [each for each in CHALLENGES if each.name == challenge]
    tried = trial.evaluation
    return {
        "title": verdict.title,
        "learning": verdict.learning,
        "line": mistake.line if mistake else 0,
        "failed": mistake is not None,
        "printed": trial.printed,
        "honest": [_point(point) for point in beside.points],
        "map": "".join(map(str, tried.wrong_map().ravel())) if tried and tried.all_pairs else "",
        "reached": any(each.reached(trial, beside) for each in wanted),
    }


def _point(point: Point) -> list[float]:
    return [point.iteration, point.exact]


def _event(kind: str, **content: Any) -> str:
    return json.dumps({"type": kind, **content})
