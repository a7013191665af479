"""A visitor's session that is asked, and sent whatever there is."""

import numpy as np
import pytest

from binadd.training.run import Run
from tests.visiting import TEXTS, answered, frames, reset


def test_a_sum_is_answered_at_any_moment_also_in_mid_training(page):
    page.send("train")
    page.work(slices=4)
    asked_at = page.session._driver.run.iteration
    page.send("ask", id=7, about="add", first="0b1001", second="6_0")
    page.work(slices=2)
    told = next(content for kind, content in page.events if kind == "answer")
    assert (told["id"], told["about"], told["iteration"]) == (7, "add", asked_at)
    answer = told["result"]
    assert (answer["a"], answer["b"], answer["truth"], answer["trained"]) == ("9", "60", "69", 8)
    said = sum(int(output > 0.5) << t for t, output in enumerate(answer["outputs"]))
    assert answer["answer"] == str(said)
    assert answer["right"] == (said == 69)


def test_a_long_sum_of_a_trained_network_comes_back_whole(page):
    page.do("train")
    answer = answered(page, "add", first=hex(2**1024 - 1), second="1")
    assert answer["truth"] == str(2**1024)
    assert len(answer["outputs"]) == 1025
    assert answer["firstWrong"] == -1 or answer["wrongBits"] > 0


def test_bad_numbers_get_a_sentence_each_and_disturb_nothing(page):
    kind, content = page.do("ask", id=3, about="add", first="", second="-1")[0]
    assert (kind, content["id"], content["about"]) == ("ask-refused", 3, "add")
    assert content["fields"]["first"].startswith("first number is empty")
    assert content["fields"]["second"].startswith("second number must be a whole number")
    assert frames(page.do("step", count=1))[-1]["iteration"] == 1


def test_the_answer_to_a_request_for_a_run_has_its_number(page):
    assert page.events[0][1]["id"] == 0  # nobody asked for the first
    file = answered(page, "save")["file"]
    requests = {
        ("run", 5): ("reset", {"texts": TEXTS}),
        ("run", 6): ("load", {"file": file}),
        ("settings-refused", 7): ("reset", {"texts": {"bits": "17"}}),
        ("load-refused", 8): ("load", {"text": "nonsense"}),
    }
    for (told, number), (kind, content) in requests.items():
        answer, heard = page.do(kind, id=number, **content)[0]
        assert (answer, heard["id"]) == (told, number)


def test_an_unknown_command_is_an_error(page):
    with pytest.raises(AttributeError, match="_on_fly"):
        page.send("fly")


@pytest.mark.parametrize(
    ("command", "content", "answered"),
    [
        ("ask", {"id": 7, "about": "nonsense"}, "ask-refused"),
        ("ask", {"id": 7, "about": "silenced", "unit": "four"}, "ask-refused"),
        ("ask", {"id": 7, "about": "silenced"}, "ask-refused"),
        ("ask", {"id": 7, "about": "source", "module": 1}, "ask-refused"),
        ("ask", {"id": 7, "about": "add", "first": 9, "second": None}, "ask-refused"),
        ("ask", {"id": 7, "about": "add"}, "ask-refused"),
        ("ask", {"id": 7, "about": "save", "more": 1}, "ask-refused"),
        ("rewind", {"iteration": "far"}, "rewind-refused"),
        ("load", {"file": 1.5}, "load-refused"),
        ("reset", {"id": 7, "texts": {"nonsense": "1"}}, "command-refused"),
        ("intervene", {"kind": "nonsense"}, "command-refused"),
        ("step", {}, "command-refused"),
    ],
)
def test_whatever_fails_is_refused_and_the_session_goes_on(page, capfd, command, content, answered):
    start = len(page.events)
    page.session.obey({"type": command, **content})
    page.work()
    told, refused = page.events[start]
    assert (told, refused.get("id", 0)) == (answered, content.get("id", 0))
    assert refused["message"].startswith("This failed because of an error in this page's own code")
    assert "Traceback" in capfd.readouterr().err  # which engineers see in their browser
    assert frames(page.do("step", count=1))[-1]["iteration"] == 1


def test_an_answer_that_cannot_be_sent_is_refused(page, capfd):
    def post(kind, **content):
        if kind == "answer":
            raise OverflowError("too large for JavaScript")
        page.events.append((kind, content))

    page.session._jobs._tell = post
    kind, refused = page.do("ask", id=3, about="weights")[0]
    assert (kind, refused["id"]) == ("ask-refused", 3)
    assert "(OverflowError)" in refused["message"]
    assert "too large for JavaScript" in capfd.readouterr().err


def test_an_answer_says_of_which_iteration_the_network_is(page):
    page.do("step", count=5)
    page.send("ask", id=1, about="weights")
    page.send("step", count=100)
    page.work()
    (answer,) = (content for kind, content in page.events if kind == "answer")
    assert answer["iteration"] == 5


def test_an_intervention_changes_what_is_answered_but_not_the_training(page):
    page.do("train")
    page.session.obey({"type": "intervene", "kind": "no-memory"})
    assert answered(page, "accuracy")["exact"] == 2187 / 16384
    assert answered(page, "add", first="127", second="1")["right"] is False
    page.session.obey({"type": "intervene", "kind": "none"})
    assert answered(page, "add", first="127", second="1")["right"] is True
    page.session.obey({"type": "intervene", "kind": "silence", "unit": 3})
    reset(page, iterations="100")
    page.do("train")
    plain, changed = Run(page.session._driver.run.settings), page.session._driver.run
    plain.advance(100)
    assert np.array_equal(plain.weights.w_hh, changed.weights.w_hh)


def test_a_question_is_answered_while_training_goes_on(page):
    reset(page, iterations="10000000")
    page.send("train")
    page.send("ask", id=1, about="lesions")
    while not (answers := [content for kind, content in page.events if kind == "answer"]):
        page.work(slices=10)
    [answer] = answers
    assert (answer["id"], answer["about"]) == (1, "lesions")
    assert any(kind == "progress" for kind, _ in page.events)
    assert 0 < page.session._driver.run.iteration < 10_000_000


def test_a_question_about_what_cannot_be_is_refused_and_the_session_goes_on(page):
    kind, content = page.do("ask", id=1, about="silenced", unit=16)[0]
    assert (kind, content["message"]) == ("ask-refused", "unit must be from 0 to 15, not 16")
    assert page.do("ask", id=2, about="weights")[0][0] == "answer"


def test_a_cancelled_question_is_never_answered(page):
    page.send("ask", id=1, about="lesions")
    page.session.work()
    page.do("cancel", id=1)
    assert not [kind for kind, _ in page.events if kind == "answer"]
