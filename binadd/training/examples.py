"""Examples that a network has learnt from, one and many in a row, with what it answered."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from binadd import bits, network
from binadd.network import Array


class Example(NamedTuple):
    """One training example, as the network answered it before it learnt from it."""

    iteration: int
    a: int
    b: int
    error: float  # the tutorial's overall error: sum of |true bit - output| over the bits
    outputs: Array  # (T,) between 0 and 1, lowest bit first

    @property
    def said(self) -> NDArray[np.uint8]:
        """The bits that the network says, shape (T,)."""
        return network.bits_said(self.outputs)

    @property
    def answer(self) -> int:
        """The number that the network says."""
        return bits.from_bits(self.said)


class Slice(NamedTuple):
    """What happened in n iterations in a row; iteration `first` is row 0."""

    first: int
    pairs: NDArray[np.int64]  # (n, 2) the two numbers of each example
    outputs: Array  # (n, T) what the network answered before it learnt from it
    errors: Array  # (n,) overall errors

    @property
    def right(self) -> NDArray[np.bool_]:
        """Which of the n sums came out right, every bit of them, shape (n,)."""
        truth = bits.columns(self.pairs.sum(axis=1), self.outputs.shape[1])
        return np.asarray(((self.outputs > 0.5) == truth).all(axis=1))

    def example(self, row: int) -> Example:
        """Return one of the n examples."""
        a, b = (int(number) for number in self.pairs[row])
        row %= len(self.errors)
        return Example(self.first + row, a, b, float(self.errors[row]), self.outputs[row])


def join(slices: list[Slice]) -> Slice:
    """Put slices that follow one another together."""
    pairs, outputs, errors = zip(*(part[1:] for part in slices), strict=True)
    return Slice(
        slices[0].first, np.concatenate(pairs), np.concatenate(outputs), np.concatenate(errors)
    )


def log_block(example: Example) -> str:
    """Write an example as the tutorial prints it, without a line end."""
    truth = bits.to_bits(example.a + example.b, len(example.outputs))
    return "\n".join(
        [
            f"Error:{np.array([example.error])}",
            f"Pred:[{bits.as_text(example.said, ' ')}]",
            f"True:[{bits.as_text(truth, ' ')}]",
            f"{example.a} + {example.b} = {example.answer}",
            "------------",
        ]
    )
