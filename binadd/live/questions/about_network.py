"""What a page can ask about its network, besides watching it learn.

`weights` are those of the network that is asked, `width` is how many bits the sums have that it
is trained on.
"""

import numpy as np
from numpy.typing import NDArray

from binadd import bits
from binadd.in_parts import Answer
from binadd.inside import interventions, through_time
from binadd.inside.extraction import agreement, extract_in_parts
from binadd.inside.lesson import lesson
from binadd.inside.readout import read_carry_quickly, read_out_in_parts
from binadd.judging import addition, certificate
from binadd.judging.evaluation import collect, parts
from binadd.judging.proof import prove_in_parts
from binadd.live.messages import answered, evaluated, judged, plain
from binadd.live.questions.registry import BadFields, question
from binadd.network import Array, Weights, sigmoid


@question("weights", needs="network")
def weights_now(weights: Weights, width: int) -> Answer:
    """Every weight: w_xh (2, H), w_hh (H, H), w_hy (H,), b_h (H,), b_y (1,)."""
    yield None
    return {"weights": plain(weights)}


@question("proof", needs="network")
def proof(weights: Weights, width: int) -> Answer:
    """Is it right for numbers of any length?"""
    return judged((yield from prove_in_parts(weights, trained=width)))


@question("certificate", needs="network")
def certified(weights: Weights, width: int) -> Answer:
    """The proof as a file for others to check; raises ValueError if there is none."""
    found = yield from prove_in_parts(weights, trained=width)
    if not found.certified:
        raise ValueError(f"There is no certificate of this network. {found.words}")
    content = certificate.text(weights, found.certified).encode()
    return {"file": np.frombuffer(content, dtype=np.uint8)}


@question("add", needs="network")
def added(weights: Weights, width: int, first: str, second: str) -> Answer:
    """The sum of two numbers of any length, as they were typed; raises BadFields."""
    numbers, refusals = {}, {}
    for name, text in (("first", first), ("second", second)):
        try:
            numbers[name] = bits.parse_number(text, f"{name} number")
        except ValueError as error:
            refusals[name] = str(error)
    if refusals:
        raise BadFields(refusals)
    yield from ()  # all in one part: the visitor waits for it
    return answered(addition.add(weights, numbers["first"], numbers["second"], width))


@question("view", needs="network")
def view(weights: Weights, width: int, a: str, b: str) -> Answer:
    """One sum under the microscope: all that is computed, forward and backward."""
    first, second = _operands(width, a, b)
    yield None
    return dict(plain(through_time.look(weights, first, second, width)))


@question("lesson", needs="network")
def taught(weights: Weights, width: int, a: str, b: str, alpha: float, biases: bool) -> Answer:
    """Whose error is to blame for what in one sum, and what one step of descent makes of it."""
    first, second = _operands(width, a, b)
    yield None
    done = lesson(weights, (first, second, width), alpha, biases)
    return {"a": str(first), "b": str(second), **plain(done)}


@question("derivative", needs="network")
def derivative(
    weights: Weights, width: int, a: str, b: str, array: str, index: list[int]
) -> Answer:
    """The derivative of the loss of one sum with respect to one weight, found in two ways."""
    first, second = _operands(width, a, b)
    _check_index(weights, array, index)
    yield None
    sum_of = (first, second, width)
    return dict(plain(through_time.derivative(weights, sum_of, array, tuple(index))))


@question("reading", needs="network")
def reading(
    weights: Weights, width: int, a: str, b: str, donor: list[str] | None = None, step: int = 0
) -> Answer:
    """The hidden states of one sum of any length, and the carry as it can be read from them.

    donor: two numbers whose memory is put in before bit `step`, if any; then none may be wider
    than those of the training

    The reading is fitted to all sums of few bits: quick enough to follow a training.
    """
    states, carry = _states(weights, width, (a, b), donor, step)
    fitted = yield from read_carry_quickly(weights, width)
    best = fitted.best_unit
    above = states > fitted.thresholds
    return {
        "hidden": plain(states),
        "outputs": sigmoid(states @ weights.w_hy + weights.b_y),
        "carry": carry,
        "byAll": plain(states @ fitted.weights + fitted.intercept > 0),
        "byUnit": plain(above == fitted.rising),
        "bestUnit": best,
        "chance": fitted.chance,
        "accuracyOfAll": fitted.accuracy,
        "accuracyOfBest": float(fitted.accuracies[best]),
        "accuracies": fitted.accuracies,
        "thresholds": fitted.thresholds,
        "rising": plain(fitted.rising),
        "gaps": fitted.gaps,
    }


def _states(
    weights: Weights, width: int, texts: tuple[str, str], donor: list[str] | None, step: int
) -> tuple[Array, NDArray[np.uint8]]:
    """The states (T, H) after the steps of a sum, and the true carry out of each, (T,)."""
    a, b = _operands(width if donor else bits.OPERAND_BITS + 1, *texts)
    asked = addition.add(weights, a, b, width)
    carry = addition.carries(a, b, asked.width + 1)[1:]
    if not donor:
        return asked.trace.hidden[1:], carry
    _, _, c, d = _operands(width, *texts, *donor)
    return interventions.grafted(weights, (a, b), (c, d), step, width), carry


@question("carry", needs="network")
def carry_readout(weights: Weights, width: int) -> Answer:
    """How well the carry and the sum bit can be read from one unit, and from all of them."""
    reading = yield from read_out_in_parts(weights, width)
    best = {"carry": reading.carry.best_unit, "sumBit": reading.sum_bit.best_unit}
    return {**plain(reading), "bestUnit": best}


@question("automaton", needs="network")
def automaton(weights: Weights, width: int) -> Answer:
    """The finite-state machine that the network has become."""
    random = np.random.RandomState(0)
    found = yield from extract_in_parts(weights, random)
    agrees = agreement(weights, found.machine, random, sums=200, bits=64)
    return {**plain(found), "words": found.words, "agreement": float(agrees)}


@question("lesions", needs="network")
def lesions(weights: Weights, width: int) -> Answer:
    """Exact accuracy with each unit silenced in turn."""
    units, tried = len(weights.b_h), min(width, 8)
    shares = np.empty(units)
    for unit in range(units):
        blocks = []
        for block in parts(interventions.silence(weights, unit), tried):
            blocks.append(block)
            yield unit / units
        shares[unit] = collect(blocks, tried).exact
    return {"exact": shares}


@question("accuracy", needs="network")
def accuracy(weights: Weights, width: int) -> Answer:
    """Exact accuracy, which sums are wrong, and by how many bits."""
    blocks = []
    for block in parts(weights, width):
        blocks.append(block)
        yield None
    return evaluated(collect(blocks, width))


@question("without-memory", needs="network")
def without_memory(weights: Weights, width: int) -> Answer:
    """Exact accuracy with the recurrent matrix set to zero."""
    return accuracy(interventions.without_memory(weights), width)


@question("silenced", needs="network")
def silenced(weights: Weights, width: int, unit: int) -> Answer:
    """Exact accuracy with one unit silenced."""
    return accuracy(interventions.silence(weights, unit), width)


@question("transplant", needs="network")
def transplant(
    weights: Weights, width: int, host: list[str], donor: list[str], step: int
) -> Answer:
    """The state of one sum put into another before a step."""
    a, b, c, d = _operands(width, *host, *donor)
    yield None
    done = interventions.transplant(weights, (a, b), (c, d), step, width)
    return {**plain(done), "asExpected": done.as_expected}


def _operands(width: int, *texts: str) -> list[int]:
    names = ("first number", "second number", "donor's first number", "donor's second number")
    return [
        bits.parse_number(text, name, width - 1) for text, name in zip(texts, names, strict=False)
    ]


def _check_index(weights: Weights, array: str, index: list[int]) -> None:
    if array not in Weights._fields:
        raise ValueError(f"array must be one of {', '.join(Weights._fields)}, not {array}")
    shape = getattr(weights, array).shape
    fits = len(index) == len(shape) and all(0 <= i < n for i, n in zip(index, shape, strict=True))
    if not fits:
        raise ValueError(f"index must lie within {array}, {shape}, not be {list(index)}")
