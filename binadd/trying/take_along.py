"""Functions that somebody wrote as one Python file, which runs anywhere with NumPy alone.

It trains them on the same sums and prints the same figures; `python -m binadd try FILE` takes it,
too.
"""

import inspect
from collections.abc import Iterator
from dataclasses import asdict

import numpy as np

from binadd import bits, network
from binadd.bits import to_bits
from binadd.network import Weights, bits_said, forward, initial_weights, train
from binadd.saving import program
from binadd.saving.program import LOG_EVERY, block, drawn
from binadd.settings import Settings

HEAD = """\
# A recurrent network learns to add binary numbers: some of its functions are yours. This program
# needs Python 3.9 and NumPy 1.19.3, or newer ones; in a virtual environment:
# python -m pip install numpy
#
# It begins with the same weights and the same sums as the page, prints an example every 1,000 sums,
# and in the end how many of all sums are right.

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np

Array = ArrayLike = np.ndarray
"""
GIVEN = (network.Weights, network.Trace)
HELPERS = (network.mean, network.bits_said, bits.to_bits, bits.from_bits, drawn, block)


def text(theirs: str, settings: Settings) -> str:
    """Return a Python program of these functions; below them stands what runs them."""
    given, helpers = (
        [program.plainer(inspect.getsource(part)) for part in parts]
        for parts in (GIVEN, (*HELPERS, figures, share_right))
    )
    chosen = "".join(f"        {name}={value!r},\n" for name, value in asdict(settings).items())
    ending = (
        'if __name__ == "__main__":\n    for line in figures(\n'
        f"{chosen}    ):\n        print(line, flush=True)\n"
    )
    constant = f"LOG_EVERY = {LOG_EVERY}\n"
    parts = [HEAD, *given, "# ---- yours\n", theirs.strip("\n") + "\n"]
    return "\n\n".join([*parts, "# ---- what runs them\n", constant, *helpers, ending])


def figures(
    bits: int, hidden: int, alpha: float, iterations: int, seed: int, biases: bool, batch: int
) -> Iterator[str]:
    """Train and yield what is printed."""
    weights = initial_weights(np.random.RandomState(seed), hidden)
    random = np.random.RandomState(seed)
    random.random_sample(3 * hidden + hidden * hidden)  # the weights: then come the sums
    examples = drawn(random, bits, iterations + -iterations % batch)
    for iteration, (trace, trained) in enumerate(train(weights, examples, alpha, biases, batch)):
        weights = trained
        if iteration % LOG_EVERY == 0:
            yield block(trace)
    if bits <= 9:
        yield f"{100 * share_right(weights, bits):.4f} % of all sums are right."


def share_right(weights: Weights, bits: int) -> float:
    """Return the share of all sums that come out right."""
    operands = range(1 << (bits - 1))
    rows = [to_bits(number, bits).astype(float) for number in operands]
    truth = [to_bits(number, bits) for number in range(1 << bits)]
    right = 0
    for a in operands:
        for b in operands:
            outputs = forward(weights, np.stack([rows[a], rows[b]], axis=1)).outputs
            right += bool((bits_said(outputs) == truth[a + b]).all())
    return right / len(operands) ** 2
