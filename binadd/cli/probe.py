"""The command probe: what a network remembers, and where."""

import argparse
import sys
from collections.abc import Sequence

import numpy as np

from binadd.cli.options import Commands, add_network
from binadd.cli.terminal import Progress
from binadd.cli.trained import network
from binadd.inside import interventions
from binadd.inside.extraction import extract
from binadd.inside.machine import Machine
from binadd.inside.readout import Readout, read_out
from binadd.judging.evaluation import evaluate
from binadd.judging.states import PAIRS
from binadd.network import Weights, initial_weights
from binadd.numerals import percent
from binadd.saving.npz_file import Saved


def register(commands: Commands) -> None:
    """Describe the command and its options."""
    probing = commands.add_parser("probe", help="what it remembers, and where")
    add_network(probing)
    probing.set_defaults(run=_probe)


def _probe(options: argparse.Namespace) -> int:
    saved = network(options)
    for number, paragraph in enumerate((_accuracy, _units, _machine, _transplant)):
        if number:
            print()
        print("\n".join(paragraph(saved)))
    return 0


def _accuracy(saved: Saved) -> Sequence[str]:
    bits = saved.settings.bits
    exact = evaluate(saved.weights, bits).exact
    cut = evaluate(interventions.without_memory(saved.weights), bits).exact
    return [
        f"{percent(exact)} of sums of {bits} bits are right, {percent(cut)} with its memory cut."
    ]


def _units(saved: Saved) -> Sequence[str]:
    """Compare what each unit tells of the carry and the sum bit, and what the sums are without."""
    weights, chosen, _ = saved
    found = read_out(weights, chosen.bits)
    start = initial_weights(np.random.RandomState(chosen.seed), chosen.hidden)
    carries, sum_bits = found.carry.accuracies, found.sum_bit.accuracies
    without = _lesions(weights, chosen.bits)
    lines = [*_readout(found, "now"), *_readout(read_out(start, chosen.bits), "untrained"), ""]
    lines.append(f"{'unit':>8}{'tells carry':>14}{'tells sum bit':>15}{'sums without it':>17}")
    for unit, shares in enumerate(zip(carries, sum_bits, without, strict=True)):
        carry, sum_bit, sums = map(percent, shares)
        lines.append(f"{unit:>8}{carry:>14}{sum_bit:>15}{sums:>17}")
    return lines


def _readout(found: Readout, when: str) -> Sequence[str]:
    return [
        f"{name}, {when}: unit {reading.best_unit} alone is right in "
        f"{percent(reading.accuracies[reading.best_unit])} of steps, all units together in "
        f"{percent(reading.accuracy)} (by chance {percent(reading.chance)})."
        for name, reading in (("Carry", found.carry), ("Sum bit", found.sum_bit))
    ]


def _lesions(weights: Weights, bits: int) -> Sequence[float]:
    """Return the share of sums right without each unit."""
    progress = Progress("probing", len(weights.b_h), sys.stderr)
    shares = []
    for share in interventions.lesions(weights, bits):
        shares.append(float(share))
        progress.update(len(shares))
    progress.clear()
    return shares


def _machine(saved: Saved) -> Sequence[str]:
    found = extract(saved.weights, np.random.RandomState(0))
    return [found.words, *_table(found.minimal)]


def _table(machine: Machine) -> Sequence[str]:
    pairs = "".join(f"{f'read {a}{b}':>9}" for a, b in PAIRS)
    lines = [f"{'state':>8}{'writes':>8}{pairs}"]
    for state, (bit, nexts) in enumerate(zip(machine.outputs, machine.transitions, strict=True)):
        lines.append(f"{state:>8}{bit:>8}" + "".join(f"{after:>9}" for after in nexts))
    return lines


def _transplant(saved: Saved) -> Sequence[str]:
    """Put the state of a sum with a carry into one without, half-way."""
    bits = saved.settings.bits
    step, most = bits // 2, (1 << (bits - 1)) - 1
    host, donor = (min(5, most), min(2, most)), ((1 << step) - 1, 1)
    done = interventions.transplant(saved.weights, host, donor, step, bits)
    verdict = "as" if done.as_expected else f"not {done.expected}, as"
    return [
        f"{host[0]} + {host[1]}, with the state of {donor[0]} + {donor[1]} put in before bit "
        f"{step}, gives {done.answer}: {verdict} the donor's carry demands."
    ]
