"""What a page can ask beside its network and its run."""

import pytest

from builder.places import ROOT
from tests.asking import QUESTIONS as REGISTERED
from tests.asking import is_plain, named, work_out

QUESTIONS = {
    "presets": {"seed": 1},
    "compare": {"seeds": [0, 1], "hidden": [4], "alphas": [1.0], "iterations": 200},
    "push": {"outputs": [0.47, 0.99], "truth": 0},
    "slopeless": {},
    "source": {"module": "training.run", "name": "Run.advance"},
}


def answer(about, **details):
    return work_out(REGISTERED[about].answer(**details))


@pytest.mark.parametrize("about", QUESTIONS)
def test_every_answer_is_plain_data(about):
    assert is_plain(answer(about, **QUESTIONS[about]))


def test_every_question_but_the_slow_one_is_tried_here():
    assert {*QUESTIONS, "bench"} == named(None)


def test_the_source_is_found_with_file_and_line():
    told = answer("source", module="training.run", name="Run.advance")
    assert told["file"] == "binadd/training/run.py"
    lines = (ROOT / told["file"]).read_text(encoding="utf-8").splitlines()
    assert lines[told["line"] - 1].strip().startswith("def advance(")
    assert told["code"].startswith("def advance(")


@pytest.mark.parametrize(
    ("module", "name"), [("training.run", "x"), ("no", "x"), ("live.driver", "SLICE")]
)
def test_what_has_no_source_is_refused(module, name):
    with pytest.raises(ValueError, match="binadd has no"):
        answer("source", module=module, name=name)


def test_a_push_comes_with_that_of_every_other_output():
    told = answer("push", outputs=[0.47, 0.99], truth=0)
    assert told["points"]["outputs"] == pytest.approx([0.47, 0.99])
    assert len(told["curve"]["pushes"]) == len(told["curve"]["inputs"]) > 50
    with pytest.raises(ValueError, match="truth must be 0 or 1, not 2"):
        answer("push", outputs=[0.5], truth=2)
