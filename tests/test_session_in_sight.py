"""Which sum a session shows: one worth seeing, the one just learnt, the one that comes next."""

import numpy as np

from binadd.judging.all_sums import longest_carries
from binadd.settings import Settings
from binadd.training.run import Run
from tests.visiting import ClockedPage, frames, reset


def test_at_rest_a_frame_tells_the_sum_that_comes_next_and_what_the_network_says_to_it(page):
    coming = frames(page.do("step", count=3))[-1]["coming"]
    assert coming["iteration"] == 3
    after = frames(page.do("step", count=1))
    learnt = next(frame["example"] for frame in after if "example" in frame)
    assert (learnt["a"], learnt["b"]) == (coming["a"], coming["b"])
    assert np.array_equal(learnt["outputs"], coming["outputs"])


def test_while_training_goes_on_nothing_is_told_of_the_next_sum(page):
    for frame in frames(page.do("train")):
        assert (frame["coming"] is None) == (frame["state"] == "running")


def examples(events):
    return [frame["example"] for frame in frames(events) if "example" in frame]


def test_the_sum_in_sight_has_a_carry_whenever_it_is_one_of_many(page):
    told = examples(page.do("train"))
    for at in (9_000, 4_321, 17):
        told += examples(page.do("rewind", iteration=at))
    for seed in range(5):
        told += examples(reset(page, seed=str(seed)))
    assert len(told) > 10
    for example in told:
        assert longest_carries(np.array([[example["a"], example["b"]]]), 8)[0] >= 2, example


def test_after_a_run_the_same_sum_is_in_sight_however_the_run_was_cut(page):
    paced = ClockedPage()
    paced.do("pace", speed=5_000)
    last, of_the_other = (examples(each.do("train"))[-1] for each in (page, paced))
    assert last["iteration"] == of_the_other["iteration"]


def test_a_single_step_shows_just_the_example_that_was_learnt(page):
    run = Run(Settings())
    for learnt in (run.advance(1).example(0) for _ in range(6)):
        told = examples(page.do("step", count=1))[-1]
        assert (told["a"], told["b"]) == (learnt.a, learnt.b)
