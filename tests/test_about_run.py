"""What can be taken along of a run is exact."""

import ast

import numpy as np
import pytest

from binadd.live.questions import about_run
from binadd.network import Weights
from binadd.saving import npz_file
from binadd.settings import Settings
from binadd.training.run import Run
from tests.asking import QUESTIONS, is_plain, named, work_out


def answer(about, run, **details):
    return work_out(QUESTIONS[about].answer(run, **details))


def rows(told):
    return told["csv"].tobytes().decode().splitlines()


@pytest.mark.parametrize("about", ["start", "save", "history", "script"])
def test_every_answer_is_plain_data(about):
    assert is_plain(answer(about, Run(Settings())))


def test_every_question_is_tried_here():
    assert named("run") == {"start", "save", "history", "script", "lines"}


def test_the_weights_of_the_start_are_told_at_any_time():
    run, first = Run(Settings()), Run(Settings()).weights
    run.advance(100)
    told = Weights(**answer("start", run)["weights"])
    assert [each.tolist() for each in told] == [each.ravel().tolist() for each in first]
    later = Run.resume(run.settings, run.weights, run.iteration)
    later.advance(100)
    told = Weights(**answer("start", later)["weights"])
    assert [each.tolist() for each in told] == [each.ravel().tolist() for each in run.weights]


def test_the_values_of_all_lines_are_plain_data_with_their_shapes():
    run = Run(Settings(hidden=3))
    told = answer("lines", run, a="44", b="87")
    assert is_plain({**told, "notes": [{**note, "shape": []} for note in told["notes"]]})
    states = [note for note in told["notes"] if note["name"] == "hidden[t + 1]"]
    assert [note["step"] for note in states] == list(range(8))
    assert [(note["shape"], len(note["value"])) for note in states] == [([3], 3)] * 8
    assert {"left": [3], "right": [3, 3]}.items() <= told["products"][1].items()


def test_the_values_of_lines_are_of_the_moment_and_numbers_that_do_not_fit_are_refused():
    run = Run(Settings(hidden=3))
    asked = QUESTIONS["lines"].answer(run, a="1", b="2")
    before = answer("lines", run, a="1", b="2")
    run.advance(50)
    assert repr(work_out(asked)) == repr(before)
    with pytest.raises(ValueError, match="first number must have at most 7 bits"):
        answer("lines", run, a="128", b="2")


def test_what_is_kept_is_of_the_moment_at_which_it_was_asked():
    run = Run(Settings())
    run.advance(30)
    there = run.weights
    saved, history = (QUESTIONS[about].answer(run) for about in ("save", "history"))
    run.advance(10)
    file = npz_file.from_bytes(work_out(saved)["file"].tobytes(), "the file")
    assert file.iteration == 30
    assert all(map(np.array_equal, file.weights, there))
    assert len(rows(work_out(history))) == 31


@pytest.mark.parametrize("batch", [1, 7])
def test_the_history_holds_every_iteration_to_the_last_bit(batch):
    run = Run(Settings(seed=4, batch=batch))
    parts = [run.advance(700), run.advance(800)]
    expected = [
        f"{part.first + row},{a},{b},{part.errors[row].item()!r}"
        for part in parts
        for row, (a, b) in enumerate(part.pairs)
    ]
    assert rows(answer("history", run)) == ["iteration,a,b,error", *expected]
    assert run.iteration == len(expected)


def test_a_history_ends_where_the_run_stands_and_may_be_empty():
    run = Run(Settings())
    assert rows(answer("history", run)) == ["iteration,a,b,error"]
    run.advance(900)
    run.go_to(850)
    assert len(rows(answer("history", run))) == 851


def test_the_history_of_a_loaded_network_begins_where_it_was_loaded():
    trained = Run(Settings())
    trained.advance(300)
    run = Run.resume(trained.settings, trained.weights, trained.iteration)
    expected = trained.advance(40).errors
    run.advance(40)
    told = answer("history", run)
    assert (told["first"], told["iterations"]) == (300, 40)
    assert [float(row.split(",")[3]) for row in rows(told)[1:]] == expected.tolist()


def test_a_history_that_would_be_too_long_is_refused_in_words(monkeypatch):
    monkeypatch.setattr(about_run, "MOST", 10)
    run = Run(Settings())
    run.advance(11)
    with pytest.raises(ValueError, match="at most 10 iterations; this run has 11"):
        answer("history", run)


def test_a_script_is_given_for_a_run_from_its_seed_alone():
    run = Run(Settings())
    run.advance(50)
    ast.parse(answer("script", run)["text"])
    for iteration in (0, 50):
        loaded = Run.resume(run.settings, run.weights, iteration)
        with pytest.raises(ValueError, match="began with loaded weights"):
            answer("script", loaded)
