"""The network, to be read from top to bottom: weights, forward, backward, update, training.

At every step it reads one bit of each number, the lowest first, mixes them with its own
previous state, and says which bit the sum has there. T steps, H hidden units:

    hidden[t + 1] = sigmoid(inputs[t] @ w_xh + hidden[t] @ w_hh + b_h)      (H,)
    outputs[t]    = sigmoid(hidden[t + 1] @ w_hy + b_y)                     one number

Nothing tells it about carrying. What it must carry has to live in `hidden`.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.float64]


class Weights(NamedTuple):
    """All that the network knows; a gradient has the same type."""

    w_xh: Array  # (2, H) input bits to hidden units
    w_hh: Array  # (H, H) hidden units to hidden units one step later: the memory
    w_hy: Array  # (H,)   hidden units to the output
    b_h: Array  # (H,)   hidden biases, zero and untrained in the tutorial's network
    b_y: Array  # (1,)   output bias, likewise


class Trace(NamedTuple):
    """What one forward pass computed, everything that `backward` needs."""

    inputs: Array  # (T, 2) one bit of each number a step
    hidden: Array  # (T + 1, H); hidden[t] is the state before step t, hidden[0] is zero
    outputs: Array  # (T,) between 0 and 1: how sure the network is of a one


def sigmoid(z: ArrayLike) -> Array:
    """Return 1 / (1 + exp(-z)), written with tanh so that no finite z overflows."""
    return np.asarray(0.5 * (1.0 + np.tanh(0.5 * np.asarray(z))))


def initial_weights(random: np.random.RandomState, hidden: int) -> Weights:
    """Draw weights uniformly from [-1, 1), in the order in which the tutorial draws them."""
    w_xh = 2 * random.random_sample((2, hidden)) - 1
    w_hy = 2 * random.random_sample(hidden) - 1
    w_hh = 2 * random.random_sample((hidden, hidden)) - 1
    return Weights(w_xh, w_hh, w_hy, b_h=np.zeros(hidden), b_y=np.zeros(1))


def forward(weights: Weights, inputs: Array) -> Trace:
    """Read the input bits, shape (T, 2), step by step and keep every state and output."""
    w_xh, w_hh, w_hy, b_h, b_y = weights
    steps = len(inputs)
    hidden = np.zeros((steps + 1, len(b_h)))  # hidden[t] is the state before step t
    for t in range(steps):
        hidden[t + 1] = sigmoid(inputs[t] @ w_xh + hidden[t] @ w_hh + b_h)
    outputs = sigmoid(hidden[1:] @ w_hy + b_y)
    return Trace(inputs, hidden, outputs)


def bits_said(outputs: ArrayLike) -> NDArray[np.uint8]:
    """Return the bits that outputs stand for: above one half it says 1, else 0; the only rule."""
    return (np.asarray(outputs) > 0.5).astype(np.uint8)


def loss(trace: Trace, targets: Array) -> float:
    """Return half the squared error summed over the steps; targets has shape (T,)."""
    return float(0.5 * np.sum((trace.outputs - targets) ** 2))


def backward(weights: Weights, trace: Trace, targets: Array) -> Weights:
    """Return the gradient of `loss`: back-propagation through time, from the last step.

    d_output[t] and d_hidden[t] are the derivatives with respect to the input of the output
    unit, and of the hidden units, at step t. A hidden unit is to blame for the output of its
    own step and, through w_hh, for all that came after.
    """
    inputs, hidden, outputs = trace
    steps, units = len(inputs), len(weights.b_h)
    d_output = (outputs - targets) * outputs * (1 - outputs)  # (T,)
    d_hidden = np.zeros((steps + 1, units))  # row T: nothing comes after the last step
    for t in reversed(range(steps)):
        state = hidden[t + 1]
        blame = d_output[t] * weights.w_hy + d_hidden[t + 1] @ weights.w_hh.T
        d_hidden[t] = blame * state * (1 - state)
    d_hidden = d_hidden[:-1]  # (T, H)
    return Weights(
        w_xh=inputs.T @ d_hidden,
        w_hh=hidden[:-1].T @ d_hidden,
        w_hy=hidden[1:].T @ d_output,
        b_h=d_hidden.sum(axis=0),
        b_y=d_output.sum(keepdims=True),
    )


def descend(weights: Weights, gradient: Weights, alpha: float, biases: bool) -> Weights:
    """Return the weights after one step of gradient descent with learning rate `alpha`.

    Without `biases` the two biases keep their values.
    """
    stepped = Weights(*(w - alpha * g for w, g in zip(weights, gradient, strict=True)))
    return stepped if biases else stepped._replace(b_h=weights.b_h, b_y=weights.b_y)


def mean(gradients: list[Weights]) -> Weights:
    """Return the mean of the gradients of several examples."""
    if len(gradients) == 1:
        return gradients[0]
    return Weights(*(np.mean(arrays, axis=0) for arrays in zip(*gradients, strict=True)))


def train(
    weights: Weights,
    examples: Iterable[tuple[Array, Array]],
    alpha: float,
    biases: bool = False,
    batch: int = 1,
) -> Iterator[tuple[Trace, Weights]]:
    """Learn from examples in turn, each the input bits (T, 2) and the bits of the sum (T,).

    Yields for each what the network computed, before it learnt from it, and the weights that it
    has then. With a `batch` they change only after that many examples.
    """
    gradients = []
    for inputs, targets in examples:
        trace = forward(weights, inputs)
        gradients.append(backward(weights, trace, targets))
        if len(gradients) == batch:
            weights = descend(weights, mean(gradients), alpha, biases)
            gradients = []
        yield trace, weights


def checked(weights: Weights) -> Weights:
    """Return `weights` if every array has its shape, holds float64 and is finite.

    Raises ValueError naming the array, what it holds and what would be right.
    """
    units = weights.b_h.size
    shapes = Weights(w_xh=(2, units), w_hh=(units, units), w_hy=(units,), b_h=(units,), b_y=(1,))  # type: ignore[arg-type]
    for name, array, shape in zip(Weights._fields, weights, shapes, strict=True):
        if array.dtype != np.float64:
            raise ValueError(f"{name} must hold float64 numbers, not {array.dtype}")
        if array.shape != shape:
            raise ValueError(f"{name} must have the shape {shape}, not {array.shape}")
        bad = np.argwhere(~np.isfinite(array))
        if len(bad):
            place = tuple(int(index) for index in bad[0])
            raise ValueError(f"{name} must be finite, but holds {array[place]} at {list(place)}")
    return weights
