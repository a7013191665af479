"""The fast way to train one network: the numbers of `network`, at many times its speed.

Up to rounding, for each layout, and each kind of processor, adds in another order. Training
magnifies what that changes, the faster the higher the learning rate and the more units and bits.
Measured, against `network` and against weights moved by their last bit: with a learning rate up to
SAME_ALPHA and up to SAME_BITS bits, errors are the same to SAME_DIGITS for SAME_ITERATIONS
iterations with 4 to 16 hidden units, and for half as many with 64.

Outside, digits differ sooner: from iteration 17 on (alpha 0.5, 64 units), 30 (alpha 2, 16 units),
8,554 (alpha 0.2, 4 units). What holds there is how well a network learns, not its digits: of the
seeds 0 to 31 the preset "fixed" gets every sum right, moved by a last bit or not.
"""

import numpy as np
from numpy.typing import NDArray

from binadd.fast.call_list import Answers, CallList
from binadd.fast.packing import pack, unpack
from binadd.network import Weights, checked
from binadd.settings import Settings

SAME_ALPHA, SAME_BITS, SAME_ITERATIONS, SAME_DIGITS = 0.1, 8, 10_000, 1e-10


def is_steady(settings: Settings) -> bool:
    """Say whether a run prints the same digits however it is computed: the region named above."""
    iterations = SAME_ITERATIONS if settings.hidden <= 16 else SAME_ITERATIONS // 2
    return (
        settings.alpha <= SAME_ALPHA
        and settings.bits <= SAME_BITS
        and settings.hidden >= 4
        and settings.batch == 1
        and settings.iterations <= iterations
    )


def check_bits(bits: int) -> None:
    """Raise ValueError unless numbers of that many bits fit into NumPy's integers."""
    if not 2 <= bits <= 64:
        raise ValueError(f"bits must be from 2 to 64, not {bits}")


class Engine:
    """One network that learns sum by sum, as `network.forward`, `backward` and `descend` do.

    weights: what to start from, biases included; they are copied
    bits: width of the sums, from 2 to 64
    alpha: learning rate
    biases: whether the biases learn; otherwise they keep their values
    batch: examples an update; alpha then multiplies the mean of their gradients

    Raises ValueError if bits, batch or the weights are not what they must be.
    """

    def __init__(
        self, weights: Weights, bits: int, alpha: float, biases: bool = False, batch: int = 1
    ) -> None:
        check_bits(bits)
        if batch < 1:
            raise ValueError(f"batch must be 1 or more, not {batch}")
        self.batch = batch
        self._given = Weights(*(array.copy() for array in checked(weights)))
        self._trained, self._biases = False, biases
        self._calls = CallList(pack(weights), bits, np.array(alpha, float), biases, batch)

    @property
    def weights(self) -> Weights:
        """The weights as they are now, in new arrays, exact to the last bit.

        What has not been trained is what was given: a quarter of the smallest numbers that there
        are, which is what training works on, cannot be told apart from its neighbours.
        """
        given = Weights(*(array.copy() for array in self._given))
        if not self._trained:
            return given
        trained = unpack(self._calls.matrix)
        return trained if self._biases else trained._replace(b_h=given.b_h, b_y=given.b_y)

    def train(self, pairs: NDArray[np.int64]) -> Answers:
        """Learn from n sums, (n, 2), in that order; return outputs (n, T) and errors (n,).

        Where the sums are divided into several calls makes no difference. Raises ValueError
        if n is not a multiple of the batch, or if a number has more than `bits - 1` bits.
        """
        n = len(pairs)
        if n % self.batch:
            raise ValueError(f"pairs must come in batches of {self.batch}, but there are {n}")
        self._trained |= n > 0
        outputs, errors = self._calls.run(pairs.reshape(-1, self.batch, 2))  # (n / B, T, B)
        return Answers(outputs.swapaxes(1, 2).reshape(n, self._calls.bits), errors.reshape(n))
