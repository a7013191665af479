"""Looks at the site's Python from inside, for test_repack.py."""

import copy
import importlib
import inspect
import json
import pkgutil
import sys
import traceback

import numpy as np

import binadd.live.session
from binadd.settings import Settings
from binadd.training.run import Run

STDLIB = next(path for path in sys.path if path.endswith(".zip"))


PROCESSES = {"binadd.experiments.processes"}


def frame(action):
    """File and line of the innermost frame of what an action raises."""
    try:
        action()
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        return last.filename, last.lineno


def code_files():
    """The files that the modules loaded so far have their code from."""
    specs = [module.__spec__ for module in sys.modules.values() if hasattr(module, "__spec__")]
    return {spec.name: spec.cached or spec.origin for spec in specs if spec and spec.has_location}


def columns():
    """The columns that bytecode tells of, of functions in all three archives."""
    functions = [json.loads, np.broadcast_shapes, Run.advance]
    return {start for made in functions for *_, start, _ in made.__code__.co_positions()}


def not_found():
    """Every module that another one imports in vain; those that start programs are left out.

    So are binadd's own for a terminal that train in several processes: a browser has none.
    """
    places = [([STDLIB], ""), (np.__path__, "numpy."), (binadd.__path__, "binadd.")]
    for path, prefix in places:
        for _, name, _ in pkgutil.walk_packages(path, prefix, onerror=lambda _name: None):
            try:
                name.endswith("__main__") or name in PROCESSES or importlib.import_module(name)
            except ImportError as error:
                yield f"{name}: {error}"
            except (Exception, SystemExit):
                pass  # not for a browser: what is missing is an operating system


def younger():
    """What numpy.random imports only when it is asked for it: before, and whether it is there."""
    np.random.RandomState(0)
    before = [name for name in sys.modules if name.startswith("numpy.random.")]
    star = {}
    exec("from numpy.random import *", star)
    kinds = [type(star["default_rng"](1)), np.random.PCG64, star["SFC64"]]
    return {
        "before": sorted(name.removeprefix("numpy.random.") for name in before),
        "kinds": [kind.__name__ for kind in kinds],
        "copy": copy.deepcopy(np.random.RandomState(3)).randint(99),
        "unknown": hasattr(np.random, "nonsense"),
    }


found = {
    "younger": younger(),
    "errors": Run(Settings()).advance(1001).errors[::100].tolist(),
    "code_files": code_files(),
    "source": inspect.getsource(binadd.live.session),
    "frames": [frame(lambda: json.loads(1)), frame(lambda: np.stack([]))],
    "columns": list(columns()),
    "documented": [name for name in ("ndarray", "zeros", "float64") if getattr(np, name).__doc__],
    "not_found": list(not_found()),
}
