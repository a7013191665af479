"""Finite-state machines that read bit pairs and write bits."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from binadd.judging.states import PAIRS, Bits

Indices = NDArray[np.int64]


class Machine(NamedTuple):
    """A machine of S states; it starts in state 0."""

    transitions: Indices  # (S, 4) the next state, for each of the four pairs
    outputs: Bits  # (S,) the bit written down on arriving; in the start, none is


def full_adder() -> Machine:
    """Return the schoolbook adder: state s = 2 * carry + sum bit is the total of the last step."""
    ones = np.array(PAIRS, dtype=np.int64).sum(axis=1)
    totals = np.arange(4, dtype=np.int64)
    return Machine((totals[:, None] >> 1) + ones, (totals & 1).astype(np.uint8))


def run(machine: Machine, pairs: Indices) -> Bits:
    """Let a machine read numbered pairs, shape (R, T), and return the bits it writes: (R, T)."""
    state = np.zeros(len(pairs), dtype=np.int64)
    written = np.empty(pairs.shape, dtype=np.uint8)
    for step, pair in enumerate(pairs.T):
        state = machine.transitions[state, pair]
        written[:, step] = machine.outputs[state]
    return written


def minimise(machine: Machine) -> Machine:
    """Merge states that no further reading tells apart (Moore's algorithm).

    States start out in two classes, by the bit they write; a class is split as long as its
    members lead into different classes. Then unreachable states are left out, and the others are
    numbered in the order in which they are reached.
    """
    classes = machine.outputs.astype(np.int64)
    while True:
        looks = np.concatenate([classes[:, None], classes[machine.transitions]], axis=1)
        refined = np.unique(looks, axis=0, return_inverse=True)[1].ravel().astype(np.int64)
        if refined.max() == classes.max():
            break
        classes = refined
    member = {int(c): state for state, c in enumerate(classes)}  # any one stands for its class
    order = [int(classes[0])]
    for reached in order:  # grows while it is read
        nexts = classes[machine.transitions[member[reached]]].tolist()
        order += [after for after in dict.fromkeys(nexts) if after not in order]
    number = {c: position for position, c in enumerate(order)}
    representatives = [member[c] for c in order]
    transitions = [
        [number[int(classes[after])] for after in machine.transitions[state]]
        for state in representatives
    ]
    return Machine(np.array(transitions, dtype=np.int64), machine.outputs[representatives])


def same(one: Machine, other: Machine) -> bool:
    """Say whether two machines write the same bits, whatever is read."""
    met = [(0, 0)]
    for s, t in met:  # grows while it is read
        if one.outputs[s] != other.outputs[t]:
            return False
        nexts = zip(one.transitions[s].tolist(), other.transitions[t].tolist(), strict=True)
        met += [both for both in dict.fromkeys(nexts) if both not in met]
    return True
