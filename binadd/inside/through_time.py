"""One sum under the microscope: every number that the network computes, forward and backward.

The arithmetic is that of `network`, taken apart so that each term has a name and each step its
own row. `network` stays the authority; the tests hold this module against it.
"""

from typing import NamedTuple

import numpy as np

from binadd import network
from binadd.bits import to_bits
from binadd.network import Array, Weights


class View(NamedTuple):
    """Everything computed for one sum; T steps, H hidden units, row t belongs to step t."""

    inputs: Array  # (T, 2) the bits that are read
    targets: Array  # (T,) the bits of the true sum
    # forward
    previous: Array  # (T, H) the hidden state before the step
    from_input: Array  # (T, 2, H) what each input bit adds to each hidden unit
    from_memory: Array  # (T, H, H) what unit i's last state adds to unit j, at [t, i, j]
    hidden_input: Array  # (T, H) the sum of these and the bias
    hidden: Array  # (T, H) its sigmoid
    to_output: Array  # (T, H) what each hidden unit adds to the output unit
    output_input: Array  # (T,) the sum of these and the bias
    outputs: Array  # (T,) its sigmoid
    errors: Array  # (T,) output minus target
    # backward: derivatives of the loss, half the squared error summed over the steps
    d_output: Array  # (T,) with respect to output_input
    blame_now: Array  # (T, H) with respect to hidden, for the output of the same step
    blame_later: Array  # (T, H) with respect to hidden, for all later outputs
    d_hidden: Array  # (T, H) with respect to hidden_input
    gradient: Weights  # with respect to the weights used in step t: each array has T in front


class Derivative(NamedTuple):
    """The derivative of the loss with respect to one weight, found in two ways."""

    analytic: float  # by back-propagation
    numeric: float  # by making the weight a little larger and a little smaller


def look(weights: Weights, a: int, b: int, bits: int) -> View:
    """Add two numbers and keep everything.

    Raises ValueError if a number is negative or needs more than `bits` - 1 bits.
    """
    inputs, targets = example(a, b, bits)
    trace = network.forward(weights, inputs)
    previous, hidden = trace.hidden[:-1], trace.hidden[1:]
    from_input = inputs[:, :, None] * weights.w_xh
    from_memory = previous[:, :, None] * weights.w_hh
    to_output = hidden * weights.w_hy
    d_output = (trace.outputs - targets) * trace.outputs * (1 - trace.outputs)
    blame_now = d_output[:, None] * weights.w_hy
    blame_later, d_hidden = _back(weights, hidden, blame_now)
    return View(
        inputs,
        targets,
        previous,
        from_input,
        from_memory,
        hidden_input=from_input.sum(axis=1) + from_memory.sum(axis=1) + weights.b_h,
        hidden=hidden,
        to_output=to_output,
        output_input=to_output.sum(axis=1) + weights.b_y,
        outputs=trace.outputs,
        errors=trace.outputs - targets,
        d_output=d_output,
        blame_now=blame_now,
        blame_later=blame_later,
        d_hidden=d_hidden,
        gradient=_gradient(inputs, previous, hidden, d_output, d_hidden),
    )


def derivative(
    weights: Weights,
    sum_of: tuple[int, int, int],
    name: str,
    index: tuple[int, ...],
    nudge: float = 1e-5,
) -> Derivative:
    """Compare both derivatives for the weight `index` of the array `name`, such as "w_hh".

    sum_of: the two numbers and the bits, as for `look`
    nudge: how much the weight is changed; the numeric value errs by about its square

    Raises AttributeError or IndexError if there is no such weight.
    """
    inputs, targets = example(*sum_of)
    trace = network.forward(weights, inputs)
    analytic = getattr(network.backward(weights, trace, targets), name)[index]
    losses = []
    for change in (nudge, -nudge):
        array = getattr(weights, name).copy()
        array[index] += change
        nudged = network.forward(weights._replace(**{name: array}), inputs)
        losses.append(network.loss(nudged, targets))
    return Derivative(float(analytic), (losses[0] - losses[1]) / (2 * nudge))


def example(a: int, b: int, bits: int) -> tuple[Array, Array]:
    """Return what is to be read, shape (T, 2), and what is to be written down, (T,).

    Raises ValueError if a number is negative or needs more than `bits` - 1 bits.
    """
    for number in (a, b):
        to_bits(number, bits - 1)  # raises ValueError unless the sum fits
    inputs = np.stack([to_bits(a, bits), to_bits(b, bits)], axis=1)
    return inputs.astype(np.float64), to_bits(a + b, bits).astype(np.float64)


def _back(weights: Weights, hidden: Array, blame_now: Array) -> tuple[Array, Array]:
    """Hand the blame back from step to step: blame_later and d_hidden, both (T, H)."""
    blame_later, d_hidden = np.zeros_like(hidden), np.zeros_like(hidden)
    later = np.zeros(hidden.shape[1])  # nothing comes after the last step
    for t in reversed(range(len(hidden))):
        blame_later[t] = later
        d_hidden[t] = (blame_now[t] + later) * hidden[t] * (1 - hidden[t])
        later = d_hidden[t] @ weights.w_hh.T
    return blame_later, d_hidden


def _gradient(
    inputs: Array, previous: Array, hidden: Array, d_output: Array, d_hidden: Array
) -> Weights:
    """Return each step's share of the gradient; the shares add up to that of the whole sum."""
    return Weights(
        w_xh=inputs[:, :, None] * d_hidden[:, None],
        w_hh=previous[:, :, None] * d_hidden[:, None],
        w_hy=hidden * d_output[:, None],
        b_h=d_hidden,
        b_y=d_output[:, None],
    )
