"""The run: the tutorial's numbers, whatever the pieces it is advanced in."""

import json
from pathlib import Path

import numpy as np
import pytest

from binadd.bits import columns
from binadd.network import forward
from binadd.settings import Settings
from binadd.training.examples import join, log_block
from binadd.training.run import CHUNK, Run

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture(scope="module")
def tutorial():
    return Run(Settings()).advance(10_000)


def test_seed_0_gives_the_tutorials_sums_and_errors(tutorial):
    golden = json.loads((GOLDEN / "seed0_every_100.json").read_text())["every_100"]
    rows = [row for row, *_ in golden]
    assert tutorial.pairs[rows].tolist() == [[a, b] for _, a, b, _ in golden]
    assert np.abs(tutorial.errors[rows] - [error for *_, error in golden]).max() < 1e-10


def test_the_ten_blocks_of_the_log_are_those_that_the_tutorial_prints(tutorial):
    blocks = [log_block(tutorial.example(row)) for row in range(0, 10_000, 1000)]
    assert "\n".join(blocks) + "\n" == (GOLDEN / "seed0_printed.txt").read_text()


def test_advancing_in_pieces_is_the_same_to_the_last_bit(tutorial):
    run = Run(Settings())
    pieces = join([run.advance(n) for n in (1, 999, 37, 963)])
    assert run.iteration == 2000
    assert np.array_equal(pieces.errors, tutorial.errors[:2000])
    assert np.array_equal(pieces.pairs, tutorial.pairs[:2000])


def test_the_same_seed_gives_the_same_run_and_another_seed_another():
    first, second, other = (Run(Settings(seed=seed)).advance(50) for seed in (7, 7, 8))
    assert np.array_equal(first.outputs, second.outputs)
    assert not np.array_equal(first.outputs, other.outputs)


def test_a_run_leaves_the_random_stream_of_others_alone():
    np.random.seed(1)  # noqa: NPY002
    expected = np.random.random()  # noqa: NPY002
    np.random.seed(1)  # noqa: NPY002
    Run(Settings()).advance(10)
    assert np.random.random() == expected  # noqa: NPY002


def test_a_time_slice_ends_with_the_time_or_with_the_iterations():
    times = iter(range(100))  # a clock that goes on by a second at every look
    run = Run(Settings())
    assert len(run.advance_for(2.5, 10_000, lambda: next(times)).errors) == 7 * CHUNK
    assert len(run.advance_for(1e9, 40, lambda: next(times)).errors) == 40
    assert len(run.advance_for(0, 10_000, lambda: next(times)).errors) == CHUNK


def test_the_next_example_is_the_one_that_comes_and_looking_changes_nothing():
    run, undisturbed = Run(Settings()), Run(Settings())
    for _ in range(3):
        foreseen = run.next_example()
        happened = run.advance(1).example(0)
        assert foreseen[:4] == happened[:4]
        assert np.array_equal(foreseen.outputs, happened.outputs)
    assert np.array_equal(run.weights.w_hh, (undisturbed.advance(3), undisturbed.weights)[1].w_hh)


@pytest.mark.parametrize("back_to", [0, 1, 123, 1499, 1500])
@pytest.mark.parametrize("chosen", [Settings(seed=3), Settings(seed=3, biases=True, alpha=2.0)])
def test_after_going_back_the_same_follows_to_the_last_bit(back_to, chosen):
    run, straight = Run(chosen), Run(chosen)
    join([run.advance(n) for n in (77, 500, 423, 500)])
    run.go_to(back_to)
    assert run.iteration == back_to
    again = run.advance(2000 - back_to)
    expected = straight.advance(2000)
    assert np.array_equal(again.errors, expected.errors[back_to:])
    assert np.array_equal(again.pairs, expected.pairs[back_to:])
    for after, undisturbed in zip(run.weights, straight.weights, strict=True):
        assert np.array_equal(after, undisturbed)


def test_one_can_go_forth_again_to_where_the_run_has_been():
    run = Run(Settings())
    run.advance(1000)
    then = run.weights
    run.go_to(10)
    run.go_to(1000)
    assert np.array_equal(run.weights.w_hh, then.w_hh)
    with pytest.raises(ValueError, match="iteration must be at most 1,000, not 1,001"):
        run.go_to(1001)


def test_a_resumed_run_goes_on_with_the_examples_that_come_next():
    first = Run(Settings(seed=4))
    first.advance(700)
    resumed = Run.resume(first.settings, first.weights, first.iteration)
    assert np.array_equal(resumed.advance(50).outputs, first.advance(50).outputs)
    with pytest.raises(ValueError, match="iteration must be 700 or later, not 699"):
        resumed.go_to(699)


def test_an_example_can_be_taken_from_the_end(tutorial):
    assert tutorial.example(-1).iteration == 9999
    assert (tutorial.example(-1).a, tutorial.example(-1).b) == (44, 66)
    assert tutorial.example(-1).answer == 110


def test_no_iterations_at_all_change_nothing():
    run = Run(Settings())
    assert len(run.advance(0).errors) == 0
    assert run.iteration == 0


def test_batches_are_never_split():
    run = Run(Settings(batch=8))
    assert len(run.advance(1).errors) == 8
    assert len(run.advance(17).errors) == 24
    assert run.iteration == 32


def test_biases_learn_only_where_they_are_wanted():
    for wanted in (True, False):
        run = Run(Settings(biases=wanted))
        run.advance(10)
        assert run.weights.b_h.any() == run.weights.b_y.any() == wanted


@pytest.mark.parametrize("bits", [2, 16])
def test_the_narrowest_and_the_widest_numbers_can_be_trained_on(bits):
    part = Run(Settings(bits=bits)).advance(100)
    assert part.outputs.shape == (100, bits)
    assert part.pairs.max() < 2 ** (bits - 1)
    assert np.isfinite(part.errors).all()


def test_the_log_holds_together_for_wide_numbers_too():
    block = log_block(Run(Settings(bits=16)).advance(1).example(0))
    error, said, true, sum_, rule = block.splitlines()
    assert len(said) == len("Pred:[]") + 31
    assert len(true) == len(said)
    assert rule == "-" * 12


def test_an_example_further_on_is_answered_by_the_network_as_it_is_now():
    run = Run(Settings(seed=5))
    run.advance(20)
    coming = run.next_pairs(8)
    foreseen = run.next_example(passing=7)
    assert (foreseen.iteration, [foreseen.a, foreseen.b]) == (27, list(coming[7]))
    inputs = columns(coming[7], 8).T.astype(float)
    assert foreseen.outputs == pytest.approx(forward(run.weights, inputs).outputs, abs=1e-12)
    assert np.array_equal(run.advance(8).pairs, coming)
