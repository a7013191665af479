"""What a page can ask that is about neither its network nor its run, but stands beside them."""

import importlib
import inspect
from typing import Any

from binadd import bench, sidebyside, ways
from binadd.bits import shorten
from binadd.comparison import compare as compare_in_parts
from binadd.parts import Answer
from binadd.plain import plain
from binadd.plan import Plan
from binadd.registry import question
from binadd.settings import LIMITS


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
    return sidebyside.told((yield from sidebyside.train_in_parts(seed)))


@question("bench", needs=None)
def speed() -> Answer:
    """How fast each way of training is on this machine: one round, to be asked for repeatedly."""
    rows = yield from bench.measure(rounds=1)
    return {
        "rows": plain(rows),
        "sample": plain(ways.sample()),
        "milestones": plain(bench.milestones()),
    }


@question("source", needs=None)
def source(module: str, name: str) -> Answer:
    """The very source of a function that is running here: its file, its first line, its text.

    module, name: as in binadd.training and Run.advance; raises ValueError if there is none
    """
    yield None
    try:
        found = importlib.import_module(f"binadd.{module}")
        for part in name.split("."):
            found = getattr(found, part)
        code, line = inspect.getsourcelines(getattr(found, "fget", found))
    except (ImportError, AttributeError, TypeError) as error:
        raise ValueError(f"binadd has no {shorten(f'{module}.{name}')}") from error
    return {"file": f"binadd/{module}.py", "line": line, "code": inspect.cleandoc("".join(code))}
