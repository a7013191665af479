"""One Python file that repeats a run anywhere, with NumPy alone.

It is made of binadd's own source: all of `network`, and the functions below, which draw examples
for it and print. So whoever reads the file reads what the page has run.
"""

import inspect
import re
from collections.abc import Iterator
from dataclasses import asdict

import numpy as np

from binadd import bits, network
from binadd.bits import from_bits, to_bits
from binadd.fast import engine
from binadd.network import Array, Trace, bits_said, initial_weights, train
from binadd.settings import Settings

LOG_EVERY = 1000  # iterations between two blocks of what is printed

HEAD = """\
# A recurrent network learns to add binary numbers. This program needs Python 3.9 and NumPy 1.19.3,
# or newer ones, and nothing else; in a virtual environment: python -m pip install numpy
#
# It is made of the source of binadd and repeats a run of it: the same settings, the same weights
# to start from, the same examples in the same order.
"""
SAME = """\
# With these settings it also prints the same digits, on every machine.
"""
ALIKE = """\
# With these settings it does not print the same digits to the end: roundings, which differ between
# the fast layout that binadd trains with and this plain one, and between machines, grow while it
# learns. What it learns is alike, but how many sums are right after so many iterations may differ.
"""


def text(settings: Settings) -> str:
    """Return the text of a Python program that trains with these settings and prints the log."""
    parts = (network, bits.to_bits, bits.from_bits, run, drawn, block)
    about, *others = (plainer(inspect.getsource(part)) for part in parts)
    chosen = "".join(f"    {name}={value!r},\n" for name, value in asdict(settings).items())
    ending = f"for printed in run(\n{chosen}):\n    print(printed, flush=True)\n"
    constant = f"LOG_EVERY = {LOG_EVERY}  # iterations between two blocks of what is printed\n"
    head = HEAD + (SAME if engine.is_steady(settings) else ALIKE)
    return "\n\n".join([head + about, constant, *others, ending])


def plainer(source: str) -> str:
    """Write source so that older Pythons and NumPys read it: simpler types, no `strict`."""
    source = source.replace("from numpy.typing import ArrayLike, NDArray\n", "")
    source = re.sub(r"NDArray\[[\w.]+\]|ArrayLike", "np.ndarray", source)
    return source.replace(", strict=True)", ")")


def run(
    bits: int, hidden: int, alpha: float, iterations: int, seed: int, biases: bool, batch: int
) -> Iterator[str]:
    """Train a new network and yield what is printed, a block every LOG_EVERY iterations."""
    random = np.random.RandomState(seed)
    weights = initial_weights(random, hidden)
    examples = drawn(random, bits, iterations + -iterations % batch)  # whole batches
    for iteration, (trace, _) in enumerate(train(weights, examples, alpha, biases, batch)):
        if iteration % LOG_EVERY == 0:
            yield block(trace)


def drawn(random: np.random.RandomState, bits: int, count: int) -> Iterator[tuple[Array, Array]]:
    """Draw two numbers so many times: their bits, (T, 2), and those of their sum, (T,)."""
    for _ in range(count):
        a, b = random.randint(1 << (bits - 1), size=2, dtype=np.int64).tolist()
        inputs = np.stack([to_bits(a, bits), to_bits(b, bits)], axis=1)
        yield inputs.astype(float), to_bits(a + b, bits).astype(float)


def block(trace: Trace) -> str:
    """Write one example as the tutorial prints it."""
    a, b = (from_bits(column.astype(np.uint8)) for column in trace.inputs.T)
    said, truth = bits_said(trace.outputs), to_bits(a + b, len(trace.outputs))
    return "\n".join(
        [
            f"Error:{np.abs(truth - trace.outputs).sum(keepdims=True)}",
            f"Pred:[{' '.join(map(str, said[::-1]))}]",
            f"True:[{' '.join(map(str, truth[::-1]))}]",
            f"{a} + {b} = {from_bits(said)}",
            "------------",
        ]
    )
