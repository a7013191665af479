"""The comparison of speeds: that all ways do the same work, and that the table is right.

Nothing here depends on how fast anything is.
"""

import itertools

import pytest

from binadd.fast.engine import Engine
from binadd.in_parts import finish
from binadd.speed import benchmark
from binadd.speed.benchmark import Row
from binadd.speed.contestants import contestants, sample


def clock_of_one_second_a_look():
    return itertools.count().__next__


def finished_table():
    return finish(benchmark.measure(1, 0.5, clock_of_one_second_a_look()))


def test_every_call_learns_from_as_many_examples_as_it_claims():
    for way in contestants():
        assert way.train().size == way.examples


def test_the_ways_without_batches_do_the_very_same_work():
    tutorial, readable, engine, _, _, *stacks = [way.train() for way in contestants()]
    assert readable == pytest.approx(tutorial, rel=0, abs=1e-10)
    assert engine[:32] == pytest.approx(tutorial, rel=0, abs=1e-10)
    for errors in stacks:
        assert errors[:, 0] == pytest.approx(tutorial, rel=0, abs=1e-10)


def test_batches_answer_their_first_examples_alike():
    engine, by_8, by_32 = [way.train() for way in contestants()[2:5]]
    assert by_8[:8] == pytest.approx(by_32[:8], rel=0, abs=1e-12)
    assert by_8[0] == pytest.approx(engine[0], rel=0, abs=1e-12)


def test_work_goes_on_where_the_last_call_left_off():
    readable, engine = contestants()[1:3]
    errors = engine.train()
    for first in range(0, 256, 32):
        assert readable.train() == pytest.approx(errors[first : first + 32], rel=0, abs=1e-10)


def test_the_sample_for_other_languages_holds_the_work_of_all_ways():
    weights, bits, alpha, pairs, errors = sample()
    assert Engine(weights, bits, alpha).train(pairs).errors == pytest.approx(errors, rel=0, abs=0)
    assert errors[:32] == pytest.approx(contestants()[0].train(), rel=0, abs=1e-10)


def test_the_share_that_is_done_is_yielded_after_every_measurement():
    shares = list(benchmark.measure(2, 0.5, clock_of_one_second_a_look()))
    assert shares == pytest.approx([place / 14 for place in range(1, 15)])


def test_ratios_are_to_the_tutorials_loop():
    for row, way in zip(finished_table(), contestants(), strict=True):
        assert row == (way.name, way.examples, way.examples / 32)  # one call took one second


def test_the_medians_of_the_rounds_count():
    seconds = iter([0, 9] * 7 + [0, 2] * 7 + [0, 1] * 7)
    table = finish(benchmark.measure(rounds=3, seconds=0.5, clock=lambda: next(seconds)))
    assert table[0].per_second == 32 / 2


def test_ratios_are_taken_within_a_round_before_their_median():
    tables = [
        [Row("slow", 1, 1), Row("fast", each, each / one)] for one, each in ((1, 2), (4, 8), (9, 9))
    ]
    assert benchmark.medians(tables)[1] == ("fast", 8, 2)


def test_a_way_is_repeated_until_the_time_is_over():
    table = finish(benchmark.measure(1, 2.5, clock_of_one_second_a_look()))
    assert table[0].per_second == 32  # three calls in three seconds


def test_a_run_tells_its_progress_and_returns_the_table():
    shares = []
    table = benchmark.run(rounds=1, progress=shares.append)
    assert shares[-1] == 1
    assert [row.name for row in table] == [way.name for way in contestants()]
    assert all(row.per_second > 0 and row.ratio > 0 for row in table)


def test_the_text_has_a_line_for_every_row():
    head, *lines = benchmark.text(finished_table()).splitlines()
    assert head.split() == ["way", "of", "training", "examples/s", "ratio"]
    assert lines[0].split() == ["the", "tutorial's", "loop", "32", "1.0"]
    assert [line[:28].strip() for line in lines] == [way.name for way in contestants()]
    assert len({len(line) for line in (head, *lines)}) == 1


def test_the_milestones_are_reached():
    reached = benchmark.milestones()
    assert 0 < reached.all_pairs < reached.until_proved
