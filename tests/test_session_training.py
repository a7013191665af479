"""A visitor's session that trains, with a page that takes every frame, or does not."""

import numpy as np
import pytest

from binadd.training.run import Run
from tests.visiting import ROOT, ClockedPage, frames, gathered, reset


def test_a_new_session_stands_ready_with_an_untrained_networks_answer_and_accuracy(page):
    assert page.events[0][0] == "run"
    assert page.events[0][1]["settings"]["iterations"] == 10_000
    first, *_, last = frames(page.events)
    assert (first["state"], first["iteration"], first["target"]) == ("ready", 0, 10_000)
    assert (first["example"]["a"], first["example"]["b"]) == (9, 60)
    assert last["measurements"][0]["iteration"] == 0
    assert last["measurements"][0]["pairs"] == 16_384
    assert last["measurements"][0]["all"] is True


def test_training_tells_every_error_and_every_block_and_finishes_measured(page):
    events = page.do("train")
    run = Run(page.session._driver.run.settings)
    assert np.array_equal(gathered(events, "errors"), run.advance(10_000).errors)
    printed = (ROOT / "tests" / "golden" / "seed0_printed.txt").read_text()
    blocks = [block for frame in frames(events) for block in frame["log"]]
    assert "\n".join(blocks) + "\n" == printed
    last = frames(events)[-1]
    assert (last["state"], last["iteration"]) == ("finished", 10_000)
    measured = [m for frame in frames(events) for m in frame["measurements"]]
    assert (measured[-1]["iteration"], measured[-1]["exact"]) == (10_000, 1.0)
    assert [m["iteration"] for m in measured] == list(range(250, 10_001, 250))


def test_after_the_last_iteration_train_goes_on_for_as_many_again(page):
    reset(page, iterations="300")
    assert frames(page.do("train"))[-1]["iteration"] == 300
    again = frames(page.do("train"))
    assert again[0]["target"] == 600
    assert (again[-1]["state"], again[-1]["iteration"]) == ("finished", 600)


@pytest.mark.parametrize("count", [1, 10, 100])
def test_a_step_does_so_many_iterations_and_pauses(page, count):
    frame = frames(page.do("step", count=count))[-1]
    assert (frame["state"], frame["iteration"]) == ("paused", count)
    page.send("step", count=count)
    page.send("step", count=count)
    page.work()
    assert frames(page.events)[-1]["iteration"] == 3 * count


def test_a_step_onto_the_last_iteration_finishes_and_one_beyond_pauses_there(page):
    reset(page, iterations="5")
    page.do("step", count=1)
    assert frames(page.do("step", count=4))[-1]["state"] == "finished"
    beyond = frames(page.do("step", count=10))[-1]
    assert beyond["iteration"] == 15
    assert frames(page.do("train"))[-1]["iteration"] == 20


def test_pause_takes_effect_between_two_slices_and_train_goes_on_from_there(page):
    page.send("train")
    page.work(slices=3)
    page.do("pause")
    paused = frames(page.events)[-1]
    assert paused["state"] == "paused"
    assert 0 < paused["iteration"] < 10_000
    assert paused["speed"] == 0
    assert frames(page.do("train"))[-1]["iteration"] == 10_000


def test_a_reset_brings_the_same_run_again_under_a_new_number(page):
    first = page.do("step", count=100)
    again = reset(page, iterations="10000") + page.do("step", count=100)
    assert np.array_equal(gathered(first, "errors"), gathered(again, "errors"))
    assert {frame["generation"] for frame in frames(again)} == {1}


def test_a_refused_reset_names_each_field_and_leaves_the_run_alone(page):
    page.do("step", count=10)
    events = reset(page, bits="17", alpha="x")
    assert [kind for kind, _ in events] == ["settings-refused"]
    assert events[0][1]["messages"] == {
        "bits": "bits must be a whole number from 2 to 16, not 17",
        "alpha": "learning rate must be a number from 0.000001 to 100, not “x”",
    }
    assert frames(page.do("step", count=1))[-1]["iteration"] == 11


def test_the_last_word_of_the_run_of_before_brings_the_new_run_no_second_frame(page):
    page.taking = False
    assert len(frames(reset(page))) == 1  # with the first example
    assert frames(page.do("take", generation=0)) == []
    assert len(frames(page.do("take", generation=1))) == 1


def test_a_page_that_takes_no_frame_gets_one_and_later_all_that_it_missed(page):
    page.taking = False
    events = page.do("train")
    assert len(frames(events)) <= 1
    late = frames(events)[0] if frames(events) else None
    page.taking = True
    rest = page.do("take")
    told = sum(len(frame["errors"]) for frame in ([late] if late else []) + frames(rest))
    assert told == 10_000
    assert frames(rest)[-1]["state"] == "finished"


def test_no_iterations_finish_at_once(page):
    reset(page, iterations="0")
    assert frames(page.do("train"))[-1]["state"] == "finished"


def test_rewinding_brings_an_iteration_back_and_the_same_follows(page):
    reset(page, iterations="3000")
    first = gathered(page.do("train"), "errors")
    events = page.do("rewind", iteration=1234)
    rewound = next(content for kind, content in events if kind == "rewound")
    assert rewound["iteration"] == 1234
    assert all(frame["generation"] == rewound["generation"] for frame in frames(events))
    shown = frames(events)[0]
    assert (shown["state"], shown["iteration"], len(shown["errors"])) == ("paused", 1234, 0)
    assert frames(events)[-1]["measurements"][0]["iteration"] == 1234
    assert np.array_equal(gathered(page.do("train"), "errors"), first[1234:])
    assert frames(page.events)[-1]["iteration"] == 3000


def test_what_is_wrong_is_said_again_after_a_rewind(page):
    reset(page, alpha="10", iterations="1000")
    for _ in range(2):
        warnings = [content for kind, content in page.do("train") if kind == "warning"]
        assert [warning["finding"] for warning in warnings] == ["saturated"]
        page.do("rewind", iteration=0)


def test_an_iteration_that_never_was_cannot_be_brought_back(page):
    page.do("step", count=5)
    kind, content = page.do("rewind", iteration=6)[0]
    assert kind == "rewind-refused"
    assert content["message"] == "iteration must be at most 5, not 6"


def test_a_frozen_network_stops_and_says_why(page):
    reset(page, alpha="100", iterations="5000")
    events = page.do("train")
    warning = next(content for kind, content in events if kind == "warning")
    assert (warning["finding"], warning["fatal"]) == ("saturated", True)
    assert "lower learning rate" in warning["reason"]
    last = frames(events)[-1]
    assert last["state"] == "paused"
    assert last["iteration"] < 1000


def test_a_network_that_may_come_loose_is_warned_of_and_trains_on(page):
    reset(page, alpha="10", iterations="1000")
    events = page.do("train")
    (warning,) = (content for kind, content in events if kind == "warning")
    assert (warning["finding"], warning["fatal"]) == ("saturated", False)
    assert "Going on may free them" in warning["reason"]
    assert frames(events)[-1]["state"] == "finished"


def test_steps_in_between_are_measured_but_are_no_points_of_the_curve(page):
    reset(page, iterations="300")
    events = page.do("step", count=3) + page.do("step", count=4) + page.do("train")
    measured = [m for frame in frames(events) for m in frame["measurements"]]
    points = [(m["iteration"], m["onCurve"]) for m in measured]
    curve = [(at, True) for at in range(50, 301, 50)]
    assert points == [(3, False), (7, False), *curve]


def test_a_slower_pace_is_kept_and_can_be_changed_in_mid_run():
    page = ClockedPage()
    page.send("pace", speed=10)
    page.send("train")
    while page.now < 2:
        page.work(1)
    assert page.session._driver.run.iteration == pytest.approx(20, abs=1)
    page.send("pace", speed=None)
    page.work()
    assert frames(page.events)[-1]["state"] == "finished"
