"""What a page can ask about the states that its network goes through, for pictures of them."""

import numpy as np
from numpy.typing import NDArray

from binadd import bits
from binadd.in_parts import Answer
from binadd.inside.interventions import grafted
from binadd.inside.leak import CHAIN, leak_in_parts
from binadd.inside.unit_square import check, square_in_parts
from binadd.judging.addition import add, carries
from binadd.live.messages import answered, plain
from binadd.live.questions.registry import BadFields, question
from binadd.network import Weights, sigmoid

LONGEST = 16  # columns of a sum whose way through the square is told


@question("square", needs="network")
def square(weights: Weights, width: int) -> Answer:
    """Every state of two hidden units as a point in the unit square, and the lines that cut it."""
    return dict(plain((yield from square_in_parts(weights, width))))


@question("way", needs="network")
def way(
    weights: Weights, width: int, a: str, b: str, donor: list[str] | None = None, step: int = 0
) -> Answer:
    """The way of one sum through the square, from state to state, up to LONGEST columns.

    donor: two numbers whose state takes the place of its own before bit `step`, if any; then none
    may be wider than those of the training

    ones: how many meet in each column as at school, from `step` on with the donor's carry; put: the
    donor's state
    """
    check(weights)
    first, second, *others = _operands([a, b, *(donor or [])], width if donor else None)
    yield None
    asked = add(weights, first, second, width)
    states, put, brought = asked.trace.hidden[1:], np.empty(0), None
    if donor:
        states = grafted(weights, (first, second), (others[0], others[1]), step, width)
        put = add(weights, others[0], others[1], width).trace.hidden[step]
        brought = int(carries(others[0], others[1], width)[step])
    digits = asked.trace.inputs[:LONGEST].astype(np.uint8)
    return {
        "columns": asked.width,
        "bits": digits.ravel(),
        "ones": _ones(digits.sum(axis=1).tolist(), step, brought),
        "states": states[:LONGEST].ravel(),
        "outputs": sigmoid(states[:LONGEST] @ weights.w_hy + weights.b_y),
        "put": put,
    }


def _operands(texts: list[str], width: int | None) -> list[int]:
    """Read numbers that need at most `width` - 1 bits, or of any length."""
    names = ("first number", "second number", "donor's first number", "donor's second number")
    most = width - 1 if width else bits.OPERAND_BITS + 1
    return [bits.parse_number(text, name, most) for text, name in zip(texts, names, strict=False)]


def _ones(digits: list[int], step: int, brought: int | None) -> NDArray[np.uint8]:
    """Count the ones that meet in each column, as at school; `brought`: the carry into `step`."""
    met, carry = [], 0
    for at, ones in enumerate(digits):
        if at == step and brought is not None:
            carry = brought
        met.append(ones + carry)
        carry = met[-1] >> 1
    return np.array(met, dtype=np.uint8)


@question("leak", needs="network")
def leak(weights: Weights, width: int, columns: str) -> Answer:
    """What becomes of a carry that is handed on through that many columns, as they were typed."""
    try:
        wanted = int(CHAIN.parse(columns))
    except ValueError as error:
        raise BadFields({"columns": str(error)}) from error
    found = yield from leak_in_parts(weights, wanted, width)
    rest = {name: getattr(found, name) for name in ("carry", "reading", "lost", "nearest")}
    return {**answered(found.added), **rest}
