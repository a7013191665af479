"""Ask the network a sum of any length: it is unrolled as far as the sum needs."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from binadd import network
from binadd.bits import from_bits, to_bits
from binadd.network import Array, Trace, Weights


@dataclass(frozen=True)
class Addition:
    """Two numbers, and what the network answers; W bits, the lowest first."""

    a: int
    b: int
    trained: int  # the width of the sums that the network learns from
    trace: Trace  # states (W + 1, H) and outputs (W,)

    @property
    def width(self) -> int:
        """The number of bits, W."""
        return len(self.trace.outputs)

    @property
    def outputs(self) -> Array:
        """The network's outputs, (W,), between 0 and 1."""
        return self.trace.outputs

    @property
    def said(self) -> NDArray[np.uint8]:
        """The bits that the network says, (W,)."""
        return network.bits_said(self.outputs)

    @property
    def truth(self) -> NDArray[np.uint8]:
        """The bits of the true sum, (W,)."""
        return to_bits(self.a + self.b, self.width)

    @property
    def answer(self) -> int:
        """The number that the network says."""
        return from_bits(self.said)

    @property
    def wrong(self) -> NDArray[np.int64]:
        """The positions of the wrong bits, the lowest first; empty if the sum is right."""
        return np.flatnonzero(self.said != self.truth).astype(np.int64)


def add(weights: Weights, a: int, b: int, trained: int) -> Addition:
    """Let the network add two non-negative integers of any length.

    The sum gets as many bits as it needs, but at least `trained`, the width of the training sums.
    """
    width = max(trained, (a + b).bit_length())
    inputs = np.stack([to_bits(a, width), to_bits(b, width)], axis=1).astype(float)
    return Addition(a, b, trained, network.forward(weights, inputs))


def carries(a: int, b: int, width: int) -> NDArray[np.uint8]:
    """Return the schoolbook carry into every position, (width,), lowest first."""
    return to_bits((a ^ b ^ (a + b)) & ((1 << width) - 1), width)
