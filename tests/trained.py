"""Networks to test with: trained once in a run of the tests, or made by hand."""

from functools import cache

import numpy as np

from binadd.fast.engine import Engine
from binadd.network import Array, Weights, initial_weights


def untrained(seed: int, hidden: int = 16) -> Weights:
    return initial_weights(np.random.RandomState(seed), hidden)


@cache
def tutorial(seed: int, iterations: int = 10_000, hidden: int = 16) -> Weights:
    """A network of the tutorial: 8-bit sums, alpha 0.1, no biases."""
    return _trained(seed, iterations, 0.1, biases=False, hidden=hidden)


@cache
def fixed(seed: int) -> Weights:
    """The same, cured: biases, alpha 2, 2,000 examples."""
    return _trained(seed, 2_000, 2.0, biases=True, hidden=16)


@cache
def two_units(iterations: int) -> Weights:
    """Two hidden units that learn it too, after 40,000 examples: biases, alpha 0.5, seed 31."""
    return _trained(31, iterations, 0.5, biases=True, hidden=2)


def _trained(seed: int, iterations: int, alpha: float, biases: bool, hidden: int) -> Weights:
    random = np.random.RandomState(seed)
    engine = Engine(initial_weights(random, hidden), 8, alpha, biases)
    engine.train(random.randint(0, 128, size=(iterations, 2), dtype=np.int64))
    return engine.weights


def handmade(gain: float = 20.0, leak: float = 0.0, carry_gain: float | None = None) -> Weights:
    """An adder of three units: at least one, two, three ones among a, b and the carry.

    The unit for two is the carry. `leak` is taken off its input at every step; with a carry_gain
    of 8, a carry kept by pairs 01 or 10 is lost in the end if leak > LEAK_LIMIT.
    """
    gains = np.array([gain, carry_gain or gain, gain])
    w_hh = np.zeros((3, 3))
    w_hh[1] = gains
    return Weights(
        w_xh=np.stack([gains, gains]),
        w_hh=w_hh,
        w_hy=gain * np.array([1.0, -1.0, 1.0]),
        b_h=-gains * np.array([0.5, 1.5, 2.5]) - np.array([0.0, leak, 0.0]),
        b_y=np.array([-gain / 2]),
    )


# The carry c keeps itself by c = sigmoid(8 (c - 1/2) - leak) as long as the line meets the curve;
# the last touch is where the slope 8 c (1 - c) is 1.
_TOUCH = (1 + np.sqrt(0.5)) / 2
LEAK_LIMIT = float(8 * (_TOUCH - 0.5) - np.log(_TOUCH / (1 - _TOUCH)))


def digits_of(numbers: list[int], width: int) -> Array:
    """The bits of Python integers, lowest first, by nothing but Python: (n, width)."""
    return np.array([[number >> place & 1 for place in range(width)] for number in numbers], float)


def answers(weights: Weights, pairs: list[tuple[int, int]], width: int) -> list[int]:
    """What the network makes of sums, all at once, in plain NumPy."""
    a, b = (digits_of(list(numbers), width) for numbers in zip(*pairs, strict=True))
    state = np.zeros((len(pairs), len(weights.b_h)))
    said = [0] * len(pairs)
    for place in range(width):
        read = np.stack([a[:, place], b[:, place]], axis=1) @ weights.w_xh
        state = 1 / (1 + np.exp(-(state @ weights.w_hh + read + weights.b_h)))
        ones = state @ weights.w_hy + weights.b_y > 0
        said = [number | int(one) << place for number, one in zip(said, ones, strict=True)]
    return said


def long_sums(random: np.random.RandomState, count: int, width: int) -> list[tuple[int, int]]:
    """Pairs below 2^(width - 1) in which carries travel far: stretches of 00, 11, and 01 or 10."""
    pairs = []
    for _ in range(count):
        a = b = place = 0
        while place < width - 1:
            ones, length = random.randint(3), min(random.randint(1, 60), width - 1 - place)
            stretch = (1 << length) - 1
            left = sum(int(bit) << at for at, bit in enumerate(random.randint(2, size=length)))
            left, right = [(0, 0), (left, left ^ stretch), (stretch, stretch)][ones]
            a, b, place = a | left << place, b | right << place, place + length
        pairs.append((a, b))
    return pairs
