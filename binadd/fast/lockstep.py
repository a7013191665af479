"""Many networks trained side by side, to compare seeds and learning rates.

A NumPy call costs nearly the same for 64 small networks as for one, so S networks take each
step of training together, their arrays stacked. Nothing passes between them: each learns
from its own sums. How many there are changes no bit of them; alone, with the calls of `engine`, a
network has the same numbers up to rounding.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from binadd.fast.call_list import CallList
from binadd.fast.engine import check_bits
from binadd.fast.packing import pack, unpack
from binadd.network import Array, Weights, checked


class Lockstep:
    """S networks with the same number of hidden units.

    weights: what each of them starts from; they are copied
    bits: width of the sums, from 2 to 64
    alphas: the learning rate of each network
    biases: whether the biases learn; otherwise they keep their values

    Raises ValueError if the networks differ in size, or in number from the learning rates.
    """

    def __init__(
        self, weights: Sequence[Weights], bits: int, alphas: Sequence[float], biases: bool = False
    ) -> None:
        check_bits(bits)
        sizes = sorted({len(one.b_h) for one in weights})
        if len(sizes) != 1:
            raise ValueError(f"weights must be of networks of one size, not of sizes {sizes}")
        if len(alphas) != len(weights):
            raise ValueError(f"alphas must be {len(weights)} numbers, not {len(alphas)}")
        stacked = np.stack([pack(checked(one)) for one in weights])
        self._calls = CallList(stacked, bits, np.array(alphas, float), biases, batch=1)

    def weights(self, network: int) -> Weights:
        """Return the weights of one network as they are now, in new arrays."""
        return unpack(self._calls.matrix[network])

    def train(self, pairs: NDArray[np.int64]) -> Array:
        """Let each network learn from its n sums, (n, S, 2); return the errors, (n, S)."""
        return self._calls.run(pairs[:, :, None]).errors[..., 0]


def draw(randoms: Sequence[np.random.RandomState], n: int, bits: int) -> NDArray[np.int64]:
    """Draw the next n sums of every network from its own random stream, (n, S, 2)."""
    high = 1 << (bits - 1)
    drawn = [random.randint(0, high, size=(n, 2), dtype=np.int64) for random in randoms]
    return np.stack(drawn, axis=1)
