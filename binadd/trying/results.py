"""What functions that somebody wrote return: of the right kind and shape, or a `Mistake`."""

from collections.abc import Iterator
from typing import Any

import numpy as np

from binadd import network
from binadd.network import Array, Trace, Weights
from binadd.trying.mistakes import Mistake
from binadd.trying.written import Written

Example = tuple[Array, Array]  # input bits (T, 2) and the bits of the sum (T,)


def initial_weights(written: Written, random: np.random.RandomState, hidden: int) -> Weights:
    """Have the weights drawn: those of our network, whatever they hold."""
    drawn = _weights(written, "initial_weights", written["initial_weights"](random, hidden))
    like = network.initial_weights(np.random.RandomState(0), hidden)
    _check_shapes(written, "initial_weights", drawn, like)
    return _finite(written, "initial_weights", drawn)


def forward(written: Written, weights: Weights, inputs: Array) -> tuple[Any, Array]:
    """Have one sum read: the trace as it was returned, and its outputs, shape (T,)."""
    trace = written["forward"](weights, inputs)
    return trace, outputs_of(written, trace, len(inputs))


def outputs_of(written: Written, trace: Any, steps: int) -> Array:
    """Return the outputs of a trace; raises Mistake unless they are `steps` numbers."""
    line = written.line_of_result("forward")
    if not hasattr(trace, "outputs"):
        raise Mistake(f"forward must return a Trace, not {_kind(trace)}.", line)
    outputs = _numbers(trace.outputs, "the outputs that forward returns", line)
    if outputs.shape != (steps,):
        wanted = f"the shape ({steps},), not {outputs.shape}"
        raise Mistake(f"The outputs that forward returns must have {wanted}.", line)
    return outputs


def loss(written: Written, trace: Trace, targets: Array) -> float:
    """Have the loss of one sum worked out."""
    line = written.line_of_result("loss")
    value = _numbers(written["loss"](trace, targets), "what loss returns", line)
    if value.size != 1:
        raise Mistake(f"loss must return one number, not the shape {value.shape}.", line)
    return float(value.reshape(()))


def backward(written: Written, weights: Weights, trace: Any, targets: Array) -> Weights:
    """Have the gradient of one sum worked out; it has the shapes of the weights."""
    found = _weights(written, "backward", written["backward"](weights, trace, targets))
    _check_shapes(written, "backward", found, weights)
    return found


def steps_of(written: Written, given: tuple[Any, ...], steps: int) -> Iterator[tuple[Any, Weights]]:
    """Have it trained: for each sum the outputs, shape (T,), and the weights thereafter."""
    line = written.line_of("train")
    for step in written.each(*given):
        if not isinstance(step, tuple) or len(step) != 2:
            raise Mistake(f"train must yield a trace and the weights, not {_kind(step)}.", line)
        yield outputs_of(written, step[0], steps), _weights(written, "train", step[1])


def not_finite(weights: Weights) -> str:
    """Return the name of an array that holds what is no finite number, or nothing."""
    for name, array in zip(Weights._fields, weights, strict=True):
        if not np.isfinite(array).all():
            return name
    return ""


def _finite(written: Written, function: str, weights: Weights) -> Weights:
    if name := not_finite(weights):
        line = written.line_of_result(function, name)
        raise Mistake(f"{name} must hold finite numbers, but {function} returns others.", line)
    return weights


def _weights(written: Written, function: str, found: Any) -> Weights:
    """Return the five arrays that a function handed over; they may be in a tuple of its own."""
    line = written.line_of_result(function)
    named = all(hasattr(found, name) for name in Weights._fields)
    if not named:
        raise Mistake(f"{function} must return Weights, not {_kind(found)}.", line)
    return Weights(
        *(
            _numbers(getattr(found, name), f"{name} in what {function} returns", line)
            for name in Weights._fields
        )
    )


def _check_shapes(written: Written, function: str, found: Weights, like: Weights) -> None:
    for name, array, model in zip(Weights._fields, found, like, strict=True):
        if array.shape != model.shape:
            line = written.line_of_result(function, name)
            wanted = f"{name} must have the shape {model.shape}, not {array.shape}"
            raise Mistake(f"{wanted}: that is what {function} returns.", line)


def _numbers(value: Any, name: str, line: int) -> Array:
    try:
        return np.asarray(value, dtype=np.float64)
    except (TypeError, ValueError) as error:
        kind = f"{name} must be numbers, not {_kind(value)}."
        raise Mistake(kind[0].upper() + kind[1:], line) from error


def _kind(value: Any) -> str:
    return "None" if value is None else f"something of type {type(value).__name__}"
