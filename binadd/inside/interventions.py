"""What the memory is for: take it away, take units away, put another sum's memory in.

Between two steps the network passes on nothing but the hidden state, so all that it knows of the
bits it has read, the carry above all, must be in there.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from binadd import network
from binadd.bits import from_bits, to_bits
from binadd.judging.evaluation import evaluate
from binadd.judging.states import says
from binadd.network import Array, Weights


def without_memory(weights: Weights) -> Weights:
    """Return the network with its memory cut: it meets every bit as if it were the first."""
    return weights._replace(w_hh=np.zeros_like(weights.w_hh))


def silence(weights: Weights, unit: int) -> Weights:
    """Return the network with nobody listening to one hidden unit, as if it were always 0.

    Raises ValueError if there is no such unit.
    """
    units = len(weights.b_h)
    if not 0 <= unit < units:
        raise ValueError(f"unit must be from 0 to {units - 1}, not {unit}")
    w_hh, w_hy = weights.w_hh.copy(), weights.w_hy.copy()
    w_hh[unit] = 0
    w_hy[unit] = 0
    return weights._replace(w_hh=w_hh, w_hy=w_hy)


def lesions(weights: Weights, bits: int) -> Iterator[float]:
    """Yield, unit after unit, the share of sums still right when this one is silenced."""
    for unit in range(len(weights.b_h)):
        yield evaluate(silence(weights, unit), bits).exact


@dataclass(frozen=True)
class Transplant:
    """A sum that was finished with the hidden state of another."""

    outputs: Array  # (T,) lowest bit first
    answer: int  # what the outputs say
    donor_carry: int  # what a schoolbook adder carries into that step in the donor's sum
    expected: int  # what it gets if it adds the host's numbers but takes over the donor's carry

    @property
    def as_expected(self) -> bool:
        """Whether the network did what a schoolbook adder would do."""
        return self.answer == self.expected


def transplant(
    weights: Weights, host: tuple[int, int], donor: tuple[int, int], step: int, bits: int
) -> Transplant:
    """Add the host's two numbers, but before bit `step` put in the donor's hidden state.

    Raises ValueError if there is no such step or if a number needs more than `bits` - 1 bits.
    """
    states = grafted(weights, host, donor, step, bits)
    low = (1 << step) - 1
    carry = ((donor[0] & low) + (donor[1] & low)) >> step
    high_sum = (host[0] >> step) + (host[1] >> step) + carry
    return Transplant(
        outputs=network.sigmoid(states @ weights.w_hy + weights.b_y),
        answer=from_bits(says(weights, states)),
        donor_carry=carry,
        expected=(sum(host) & low) | high_sum << step,
    )


def grafted(
    weights: Weights, host: tuple[int, int], donor: tuple[int, int], step: int, bits: int
) -> Array:
    """Return the states (T, H) after each step of the host's sum, the donor's put in before `step`.

    Raises ValueError as `transplant` does.
    """
    if not 0 <= step < bits:
        raise ValueError(f"step must be from 0 to {bits - 1}, not {step}")
    before, state = _read(weights, host, range(step), np.zeros(len(weights.b_h)), bits)
    _, state = _read(weights, donor, range(step), np.zeros(len(weights.b_h)), bits)
    after, _ = _read(weights, host, range(step, bits), state, bits)
    return np.concatenate([before, after])


def _read(
    weights: Weights, pair: tuple[int, int], steps: range, state: Array, bits: int
) -> tuple[Array, Array]:
    """Read some bits of a pair on from `state`: the states after each (S, H), and the last."""
    digits = np.stack([to_bits(number, bits - 1) for number in pair], axis=1).astype(np.float64)
    digits = np.concatenate([digits, np.zeros((1, 2))])  # the highest bit of both is zero
    states = np.empty((len(steps), len(state)))
    for row, step in enumerate(steps):
        z = digits[step] @ weights.w_xh + state @ weights.w_hh + weights.b_h
        state = states[row] = network.sigmoid(z)
    return states, state
