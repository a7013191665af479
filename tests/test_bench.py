"""The comparison of speeds: that all ways do the same work, and that the table is right.

Nothing here depends on how fast anything is.
"""

import itertools

import pytest

from binadd import bench


def clock_of_one_second_a_look():
    return itertools.count().__next__


def finished_table():
    return list(bench.measure(1, 0.5, clock_of_one_second_a_look()))[-1]


def test_every_call_learns_from_as_many_examples_as_it_claims():
    for way in bench.ways():
        assert way.train().size == way.examples


def test_the_ways_without_batches_do_the_very_same_work():
    tutorial, readable, engine, _, _, *stacks = [way.train() for way in bench.ways()]
    assert readable == pytest.approx(tutorial, rel=0, abs=1e-10)
    assert engine[:32] == pytest.approx(tutorial, rel=0, abs=1e-10)
    for errors in stacks:
        assert errors[:, 0] == pytest.approx(tutorial, rel=0, abs=1e-10)


def test_batches_answer_their_first_examples_alike():
    engine, by_8, by_32 = [way.train() for way in bench.ways()[2:5]]
    assert by_8[:8] == pytest.approx(by_32[:8], rel=0, abs=1e-12)
    assert by_8[0] == pytest.approx(engine[0], rel=0, abs=1e-12)


def test_work_goes_on_where_the_last_call_left_off():
    readable, engine = bench.ways()[1:3]
    errors = engine.train()
    for first in range(0, 256, 32):
        assert readable.train() == pytest.approx(errors[first : first + 32], rel=0, abs=1e-10)


def test_the_table_is_yielded_after_every_measurement_and_grows_in_the_round_that_counts():
    sizes = [len(rows) for rows in bench.measure(1, 0.5, clock_of_one_second_a_look())]
    assert sizes == [0] * 7 + [1, 2, 3, 4, 5, 6, 7]


def test_ratios_are_to_the_tutorials_loop():
    rows = finished_table()
    for row, way in zip(rows, bench.ways(), strict=True):
        assert row == (way.name, way.examples, way.examples / 32)  # one call took one second


def test_the_best_round_counts():
    seconds = iter([0, 9] * 7 + [0, 9] * 7 + [0, 2] * 7)
    *_, rows = bench.measure(rounds=2, seconds=0.5, clock=lambda: next(seconds))
    assert rows[0].per_second == 32 / 2


def test_a_way_is_repeated_until_the_time_is_over():
    *_, rows = bench.measure(1, 2.5, clock_of_one_second_a_look())
    assert rows[0].per_second == 32  # three calls in three seconds


def test_a_run_shows_its_progress_and_returns_the_table():
    seen = []
    rows = bench.run(seen.append, rounds=1, seconds=1e-9)
    assert rows == seen[-1]
    assert len(seen) == 14
    assert all(row.per_second > 0 and row.ratio > 0 for row in rows)


def test_the_text_has_a_line_for_every_row():
    head, *lines = bench.text(finished_table()).splitlines()
    assert head.split() == ["way", "of", "training", "examples/s", "ratio"]
    assert lines[0].split() == ["the", "tutorial's", "loop", "32", "1.0"]
    assert [line[:28].strip() for line in lines] == [way.name for way in bench.ways()]
    assert len({len(line) for line in (head, *lines)}) == 1
