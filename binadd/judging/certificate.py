"""A proof as a file that others can check: weights, situations and boxes, and nothing else.

It is JSON, of whole numbers and of floats that are written exactly. Bounds are whole numbers of
`grid`; the situations that follow stand in the order of `states.PAIRS`, the first pair of a run
varying slowest. `checker` verifies it without anything of the rest of the package.
"""

import json

import numpy as np

from binadd.judging.growing import GRID
from binadd.judging.proof import Certified
from binadd.network import Array, Weights

FORMAT = 1  # raise it when a file of this version would be misread by an older checker


def text(weights: Weights, certified: Certified) -> str:
    """Write the certificate of a proof, the same whenever it is written."""
    situations, boxes, _ = certified
    rows = zip(situations.carry, boxes.low, boxes.high, situations.following, strict=True)
    content = {
        "binadd certificate": FORMAT,
        "claim": "This network adds two binary numbers of any length without an error.",
        "grid": GRID,
        "steps": situations.steps,
        "weights": {name: array.tolist() for name, array in weights._asdict().items()},
        "situations": [
            {
                "carry": int(carry),
                "low": _in_grid(low),
                "high": _in_grid(high),
                "next": following.tolist(),
            }
            for carry, low, high, following in rows
        ],
    }
    return json.dumps(content, separators=(",", ":"), allow_nan=False) + "\n"


def is_of(weights: Weights, content: str | bytes) -> bool:
    """Say whether a sound certificate is one of the network with these weights, exactly."""
    named = json.loads(content)["weights"]
    return all(np.array_equal(array, named[name]) for name, array in weights._asdict().items())


def _in_grid(bounds: Array) -> list[int]:
    """Write bounds, which are multiples of GRID, (H,), as whole numbers."""
    return [int(bound) for bound in bounds / GRID]
