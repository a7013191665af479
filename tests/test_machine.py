import numpy as np
import pytest

from binadd.inside.machine import Machine, full_adder, minimise, run, same
from binadd.judging.states import PAIRS


def random_machine(random: np.random.RandomState, states: int) -> Machine:
    return Machine(
        random.randint(0, states, size=(states, 4), dtype=np.int64),
        random.randint(0, 2, size=states, dtype=np.uint8),
    )


def words(random: np.random.RandomState) -> np.ndarray:
    return random.randint(0, 4, size=(300, 20), dtype=np.int64)


def pairs_of(a: int, b: int, width: int) -> list[int]:
    return [PAIRS.index((a >> place & 1, b >> place & 1)) for place in range(width)]


def test_the_full_adder_adds() -> None:
    random = np.random.RandomState(0)
    sums = [tuple(int(n) for n in random.randint(0, 2**62, size=2)) for _ in range(200)]
    written = run(full_adder(), np.array([pairs_of(a, b, 64) for a, b in sums], dtype=np.int64))
    for (a, b), bits in zip(sums, written, strict=True):
        assert sum(int(bit) << place for place, bit in enumerate(bits)) == a + b


def test_the_full_adder_is_as_small_as_it_can_be() -> None:
    assert len(minimise(full_adder()).outputs) == 4


@pytest.mark.parametrize("seed", range(10))
def test_an_adder_hidden_in_many_states_is_found(seed: int) -> None:
    random = np.random.RandomState(seed)
    copies = 5  # each state five times, each way on into any copy, all in random order
    numbers = random.permutation(4 * copies)
    start = int(np.flatnonzero(numbers // copies == 0)[0])
    numbers[[0, start]] = numbers[[start, 0]]
    adder, kinds = full_adder(), numbers // copies
    place_of = np.argsort(numbers)
    targets = adder.transitions[kinds] * copies + random.randint(0, copies, size=(20, 4))
    large = Machine(place_of[targets], adder.outputs[kinds])
    small = minimise(large)
    assert len(small.outputs) == 4
    assert same(small, full_adder())
    assert same(large, full_adder())


@pytest.mark.parametrize("seed", range(30))
def test_the_minimal_machine_writes_the_same_and_has_no_two_states_alike(seed: int) -> None:
    random = np.random.RandomState(seed)
    machine = random_machine(random, 1 + seed % 8)
    small = minimise(machine)
    read = words(random)
    assert (run(small, read) == run(machine, read)).all()
    assert same(machine, small)
    behaviours = set()
    for state in range(len(small.outputs)):
        order = [state, *(s for s in range(len(small.outputs)) if s != state)]
        moved = Machine(np.argsort(order)[small.transitions[order]], small.outputs[order])
        behaviours.add((small.outputs[state], run(moved, read).tobytes()))
    assert len(behaviours) == len(small.outputs)


@pytest.mark.parametrize("seed", range(30))
def test_machines_are_the_same_if_all_they_write_is(seed: int) -> None:
    random = np.random.RandomState(seed)
    one = random_machine(random, 3)
    other = one._replace(outputs=one.outputs.copy(), transitions=one.transitions.copy())
    other.transitions[random.randint(3), random.randint(4)] = random.randint(3)
    read = words(random)
    equal = bool((run(one, read) == run(other, read)).all())
    starts_equal = one.outputs[0] == other.outputs[0]
    assert same(one, other) == (equal and starts_equal)


def test_an_adder_that_forgets_its_carry_once_is_not_the_same() -> None:
    adder = full_adder()
    for state, pair in np.ndindex(adder.transitions.shape):
        wrong = adder.transitions.copy()
        wrong[state, pair] ^= 2
        assert not same(adder._replace(transitions=wrong), adder)
