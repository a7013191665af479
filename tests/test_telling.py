"""What a page hears of a trial: how far it is, and in the end what it is worth."""

import json
from dataclasses import asdict

import pytest

from binadd.settings import Settings
from binadd.trying.telling import tell
from binadd.trying.written import ours
from tests.attempts import BLAME, SHORT, trial_of, usual


def events(text, settings=SHORT, **more):
    chosen = json.dumps({**asdict(settings), "further": 1})
    return [json.loads(event) for event in tell(text, chosen, **more)]


def test_all_points_are_told_once_and_the_end_holds_the_verdict():
    trial, told = trial_of(ours()), events(ours())
    points = [point for event in told for point in event.get("points", [])]
    assert points[:-1] == [[p.iteration, p.exact] for p in trial.points][:-1]
    assert points[-1][0] == 300
    *_, last = told
    assert [event["type"] for event in told].count("judged") == 1
    assert last["title"] == "The right gradient, and it learns as ours does."
    assert last["honest"] == [[p.iteration, p.exact] for p in usual(SHORT).points]
    assert last["gradient"].startswith("All five arrays")
    assert not last["failed"]
    assert last["map"].count("0") == round(trial.points[-1].exact * 16_384)


def test_progress_is_told_meanwhile():
    done = [event["iteration"] for event in events(ours()) if event["type"] == "tried"]
    assert done == sorted(done)
    assert len(set(done)) > 3


def test_a_mistake_ends_it_with_its_line():
    text = ours().replace("inputs.T @ d_hidden", "inputs @ d_hidden")
    *_, last = events(text)
    assert last["failed"]
    assert last["line"] == text[: text.index("inputs @ d_hidden")].count("\n") + 1
    assert "cannot be multiplied" in last["learning"]
    assert last["map"] == ""


def test_what_was_printed_is_told():
    text = ours().replace("    return Trace(", "    print('seen')\n    return Trace(")
    assert events(text)[-1]["printed"].startswith("seen\nseen\n")


@pytest.mark.parametrize(("text", "reached"), [(ours(), True), (ours().replace(BLAME, ""), False)])
def test_whether_the_goal_of_a_challenge_is_reached_is_told(text, reached):
    settings = Settings(bits=2, hidden=8, iterations=3_000, alpha=1.0, biases=True)
    last = events(text, settings, challenge="no-future")[-1]
    assert last["reached"] == reached
    assert not events(text, settings, challenge="")[-1]["reached"]
