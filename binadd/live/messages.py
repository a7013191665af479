"""Results as plain data that can be sent to a page: names as JavaScript writes them."""

from dataclasses import fields, is_dataclass
from typing import Any

import numpy as np

from binadd.bits import to_bits
from binadd.judging.addition import Addition
from binadd.judging.evaluation import Evaluation
from binadd.judging.proof import Proof


def plain(value: Any) -> Any:
    """Turn named tuples and dataclasses into dictionaries, arrays into flat ones, row by row.

    A page has no booleans, no 64-bit integers and no further axes in its arrays: booleans become
    bytes, integers 32 bits; the shapes are told in messages.js.
    """
    if isinstance(value, np.ndarray):
        return _flat(value)
    if isinstance(value, np.generic):
        return value.item()
    if is_dataclass(value) and not isinstance(value, type):
        return {camel(f.name): plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return {camel(name): plain(part) for name, part in value._asdict().items()}
    if isinstance(value, dict):
        return {name: plain(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [plain(part) for part in value]
    if isinstance(value, int) and abs(value) > 2**53:  # more than a number in JavaScript holds
        return str(value)
    return value


def camel(name: str) -> str:
    """Write a name as JavaScript does: from_memory becomes fromMemory, w_hh stays as it is."""
    first, *others = name.split("_")
    return name if len(first) == 1 else first + "".join(other.capitalize() for other in others)


def evaluated(result: Evaluation) -> dict[str, Any]:
    """Put an evaluation into the words of a message."""
    return {
        "exact": result.exact,
        "pairs": len(result.pairs),
        "all": result.all_pairs,
        "perBit": result.per_bit,
        "perRipple": result.per_ripple(),
        "map": result.wrong_map().ravel() if result.all_pairs else None,
    }


def answered(asked: Addition) -> dict[str, Any]:
    """Put a sum into the words of a message; numbers of any length are texts there."""
    wrong = asked.wrong
    return {
        "a": str(asked.a),
        "b": str(asked.b),
        "truth": str(asked.a + asked.b),
        "answer": str(asked.answer),
        "right": not len(wrong),
        "wrongBits": len(wrong),
        "firstWrong": int(wrong[0]) if len(wrong) else -1,
        "trained": asked.trained,
        "aBits": to_bits(asked.a, asked.width),
        "bBits": to_bits(asked.b, asked.width),
        "trueBits": asked.truth,
        "outputs": asked.outputs,
    }


def judged(found: Proof) -> dict[str, Any]:
    """Put a verdict on all lengths into the words of a message."""
    failure = found.failure
    return {
        "verdict": found.verdict,
        "words": found.words,
        "margin": found.margin,
        "boxes": len(found.boxes.low) if found.boxes else 0,
        "failure": failure and {**plain(failure), "a": str(failure.a), "b": str(failure.b)},
    }


def _flat(array: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    if array.dtype == bool:
        array = array.astype(np.uint8)
    elif array.dtype.kind == "i":
        array = array.astype(np.int32)
    return np.ascontiguousarray(array).ravel()
