"""The finite-state machine that a network has become, if it has become one.

Hidden states that lie close together are put into one group. If all members of a group lead into
the same next group, whatever pair is read, and write down the same bit, then the groups are the
states of a machine. The fewest groups that do so are taken. The grouping knows nothing of
carries: it looks at distances only. States of the first steps lie apart, still near the start;
each of them is a state of the machine by itself.

Of states that no reading will ever tell apart one is enough (see `machine`). What is left of a
network that can add is the full adder: four states, a sum bit and a carry each.
"""

from typing import NamedTuple

import numpy as np

from binadd.in_parts import Parts, finish
from binadd.inside.clustering import centres_of, nearest
from binadd.inside.machine import Indices, Machine, full_adder, minimise, run, same
from binadd.judging.states import PAIRS, follow, reachable, says
from binadd.network import Array, Weights

MOST_GROUPS = 16
BITS = 6  # the states grouped are those of all sums of so many bits
FIRST = 4 + 16  # of them after one or two steps; they are not grouped


class Automaton(NamedTuple):
    """What was found in a network with H hidden units; S states, G of them groups."""

    centres: Array  # (G, H) the middle of each group; the groups are the last states of `machine`
    sizes: Indices  # (G,) how many hidden states are in each
    determinism: float  # of all ways on from all grouped states, the share the machine takes, too
    writing: float  # the share of grouped states in which it writes down what the machine does
    machine: Machine  # the start, the states of the first steps, and the groups
    minimal: Machine  # the same machine in as few states as possible
    full_adder: bool  # whether that is the full adder

    @property
    def words(self) -> str:
        """What was found, in a sentence."""
        machine = f"a machine of {_counted(len(self.minimal.outputs), 'state')}"
        result = "a full adder" if self.full_adder else "no adder"
        if self.determinism == self.writing == 1:
            groups = _counted(len(self.sizes), "group")
            return f"All hidden states fall into {groups}, and these are {machine}: {result}."
        missed = f"{1 - min(self.determinism, self.writing):.2%}"
        return f"The nearest is {machine}, {result}, but {missed} of the steps do not follow it."


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def extract(weights: Weights, random: np.random.RandomState) -> Automaton:
    """Extract at once; see `extract_in_parts`."""
    return finish(extract_in_parts(weights, random))


def extract_in_parts(weights: Weights, random: np.random.RandomState) -> Parts[Automaton]:
    """Try more and more groups until they follow one another without exception.

    If they never do, the number of groups that came nearest counts.
    """
    hidden = reachable(weights, BITS).hidden
    tried = []
    for groups in range(1, MOST_GROUPS + 1):
        found = _automaton(weights, hidden, centres_of(hidden[FIRST:], groups, random))
        if found.determinism == found.writing == 1:
            return found
        tried.append(found)
        yield
    return max(tried, key=lambda found: min(found.determinism, found.writing))


def agreement(
    weights: Weights, machine: Machine, random: np.random.RandomState, sums: int, bits: int
) -> float:
    """Return the share of random sums for which network and machine write the same bits."""
    pairs = random.randint(0, len(PAIRS), size=(sums, bits), dtype=np.int64)
    hidden, rows = np.zeros((sums, len(weights.b_h))), np.arange(sums)
    said = np.empty(pairs.shape, dtype=np.uint8)
    for step, pair in enumerate(pairs.T):
        hidden = follow(weights, hidden)[rows, pair]
        said[:, step] = says(weights, hidden)
    return float((said == run(machine, pairs)).all(axis=1).mean())


def _automaton(weights: Weights, hidden: Array, centres: Array) -> Automaton:
    """Make a machine of the first states and the groups around `centres`."""
    grouped = hidden[FIRST:]
    group = nearest(grouped, centres)
    leads_to = nearest(follow(weights, grouped), centres)  # (N, 4)
    written = says(weights, grouped)[:, None].astype(np.int64)
    transitions = _most_common(group, leads_to, len(centres))
    outputs = _most_common(group, written, max(2, len(centres)))
    machine = _with_first_states(weights, hidden[:FIRST], centres, transitions, outputs[:, 0])
    minimal = minimise(machine)
    return Automaton(
        centres,
        sizes=np.bincount(group, minlength=len(centres)).astype(np.int64),
        determinism=float((leads_to == transitions[group]).mean()),
        writing=float((written == outputs[group]).mean()),
        machine=machine,
        minimal=minimal,
        full_adder=same(minimal, full_adder()),
    )


def _most_common(group: Indices, values: Indices, most: int) -> Indices:
    """Return the commonest value, below `most`, among the members of each group, by column."""
    counts = np.zeros((most, values.shape[1], most), dtype=np.int64)
    np.add.at(counts, (group[:, None], np.arange(values.shape[1]), values), 1)
    return np.asarray(counts.argmax(axis=2), dtype=np.int64)


def _with_first_states(
    weights: Weights, first: Array, centres: Array, transitions: Indices, outputs: Indices
) -> Machine:
    """Put the start and the states of the first steps before the groups.

    They are a tree: state n leads to 4 n + 1, ..., 4 n + 4; the last 16 lead into groups.
    """
    count = 1 + len(first)
    into_tree = np.arange(1, count, dtype=np.int64).reshape(-1, len(PAIRS))
    into_groups = nearest(follow(weights, first[-16:]), centres)
    bits = np.concatenate([[0], says(weights, first), outputs[: len(centres)]])
    return Machine(
        np.concatenate([into_tree, into_groups + count, transitions + count]),
        bits.astype(np.uint8),
    )
