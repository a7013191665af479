"""A visitor's session, with a page that takes every frame, or does not."""

import inspect
import json
import re
from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest

from binadd.experiments.plan import Plan
from binadd.live.messages import camel
from binadd.live.questions.registry import QUESTIONS, question
from binadd.live.session import Session, limits
from binadd.network import Weights
from binadd.saving import npz_file
from binadd.saving.npz_file import Saved
from binadd.settings import LIMITS, Settings
from binadd.training.run import Run

ROOT = Path(__file__).parent.parent
TEXTS = {"bits": "8", "hidden": "16", "alpha": "0.1", "iterations": "300", "seed": "0"}


class Page:
    """Collects events, works until there is nothing left to do, and takes frames if `taking`."""

    def __init__(self):
        self.events = []
        self.taking = True
        self.session = Session(lambda kind, **content: self.events.append((kind, content)))
        self.session.start()
        self.work()

    def send(self, kind, **content):
        self.session.obey({"type": kind, **content})

    def work(self, slices=100_000):
        for _ in range(slices):
            wait = self.session.work()
            if self.taking and self.events and self.events[-1][0] == "frame":
                self.send("take")
            if wait is None:
                return
        assert slices < 100_000, "the session never comes to rest"

    def do(self, kind, **content):
        """Send a command, work to the end, and return the events that came of it."""
        start = len(self.events)
        self.send(kind, **content)
        self.work()
        return self.events[start:]


@pytest.fixture
def page():
    return Page()


def frames(events):
    return [content for kind, content in events if kind == "frame"]


def gathered(events, what):
    return np.concatenate([frame[what] for frame in frames(events)])


def reset(page, **texts):
    return page.do("reset", texts=TEXTS | texts)


def answered(page, about, **details):
    """The answer to a question, which is the next thing that is told."""
    kind, content = page.do("ask", id=1, about=about, **details)[0]
    assert kind == "answer"
    return content["result"]


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


def test_no_iterations_finish_at_once(page):
    reset(page, iterations="0")
    assert frames(page.do("train"))[-1]["state"] == "finished"


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
        ("reset", {"texts": {"nonsense": "1"}}, "command-refused"),
        ("intervene", {"kind": "nonsense"}, "command-refused"),
        ("step", {}, "command-refused"),
    ],
)
def test_whatever_fails_is_refused_and_the_session_goes_on(page, capfd, command, content, answered):
    start = len(page.events)
    page.session.obey({"type": command, **content})
    page.work()
    told, refused = page.events[start]
    assert (told, refused.get("id")) == (answered, content.get("id"))
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


def loaded(page, change):
    """Let the page go on with a network of its own kind, every weight changed."""
    run = Run(Settings(hidden=3, iterations=20))
    weights = Weights(*(change(array) for array in run.weights))
    file = np.frombuffer(npz_file.to_bytes(Saved(weights, run.settings, 0)), np.uint8)
    assert page.do("load", file=file)[0][0] == "run"
    return file


def test_a_network_too_large_for_a_text_is_saved_as_a_file(page):
    file = loaded(page, lambda array: np.sign(array) * 1e39)
    saved = answered(page, "save")
    assert saved["text"] is None
    assert saved["refusal"] == "a weight is too large for a text or a link, but a file can hold it"
    assert np.array_equal(saved["file"], file)


def test_a_network_that_has_overflowed_is_not_saved_and_its_run_can_be_restored(page):
    loaded(page, lambda array: np.sign(array) * 1.7e308)
    page.do("step", count=3)
    page.session._driver.run._engine._calls.matrix[:] = np.nan  # as after many steps of such a size
    kind, refused = page.do("ask", id=2, about="save")[0]
    assert kind == "ask-refused"
    assert refused["message"].startswith("w_xh must be finite, but holds nan at")
    told = dict(page.do("checkpoint")[0][1])
    aims = {name: told[name] for name in ("start", "file", "iteration", "target", "furthest")}
    new = Page()
    assert "rewound" in [kind for kind, _ in new.do("restore", generation=1, **aims)]


def test_a_run_that_cannot_be_restored_is_an_error_for_then_there_is_none(page):
    nothing = np.zeros(3, np.uint8)
    content = {"start": nothing, "file": nothing, "iteration": 1, "target": 2, "furthest": 1}
    with pytest.raises(ValueError, match="the checkpoint is not a sound weights file"):
        page.send("restore", generation=1, **content)


SIZES = [1.7e308, 1e308, 1e155, 1e39, 1e-320, 0.0]
ABOUT = [
    *({"about": about} for about in ("weights", "proof", "carry", "automaton", "lesions")),
    *({"about": about} for about in ("accuracy", "without-memory", "history")),
    {"about": "silenced", "unit": 1},
    {"about": "save"},
    {"about": "add", "first": "5", "second": "6"},
    {"about": "view", "a": "5", "b": "6"},
    {"about": "reading", "a": "5", "b": "6"},
    {"about": "derivative", "a": "5", "b": "6", "array": "w_hh", "index": [0, 1]},
    {"about": "transplant", "host": ["5", "2"], "donor": ["15", "1"], "step": 4},
]


@pytest.mark.parametrize("size", SIZES)
def test_every_question_about_a_network_of_any_size_is_answered_or_refused(page, capfd, size):
    loaded(page, lambda array: np.sign(array) * size)
    for number, asked in enumerate(ABOUT):
        kind, told = page.do("ask", id=number, **asked)[-1]
        assert kind in ("answer", "ask-refused")
        assert "own code" not in told.get("message", "")
    page.do("train")
    assert capfd.readouterr() == ("", "")


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


def test_a_saved_network_can_be_loaded_as_a_file_exactly_and_as_a_text_nearly(page):
    page.do("step", count=300)
    saved = answered(page, "save")
    errors = gathered(page.do("step", count=50), "errors")
    reset(page, seed="5")
    loaded = page.do("load", file=saved["file"])
    assert loaded[0][0] == "run"
    assert (loaded[0][1]["iteration"], loaded[0][1]["settings"]["seed"]) == (300, 0)
    assert np.array_equal(gathered(page.do("step", count=50), "errors"), errors)
    page.do("load", text=saved["text"])
    assert np.allclose(gathered(page.do("step", count=50), "errors"), errors, atol=1e-4)
    assert frames(page.events)[-1]["iteration"] == 350


def test_a_network_that_cannot_be_loaded_is_refused_and_the_run_goes_on(page):
    page.do("step", count=5)
    for bad in ({"text": "nonsense"}, {"file": np.frombuffer(b"PK\x03\x04", dtype=np.uint8)}):
        kind, content = page.do("load", **bad)[0]
        assert kind == "load-refused"
        assert content["message"]
    assert frames(page.do("step", count=1))[-1]["iteration"] == 6


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


def test_an_answer_says_of_which_iteration_the_network_is(page):
    page.do("step", count=5)
    page.send("ask", id=1, about="weights")
    page.send("step", count=100)
    page.work()
    (answer,) = (content for kind, content in page.events if kind == "answer")
    assert answer["iteration"] == 5


def test_a_slower_pace_is_kept_and_can_be_changed_in_mid_run(monkeypatch):
    now = [0.0]
    page = Page.__new__(Page)
    page.events, page.taking = [], True
    page.session = Session(lambda kind, **c: page.events.append((kind, c)), lambda: now[0])
    page.session.start()
    page.send("pace", speed=10)
    page.send("train")
    for _ in range(400):
        wait = page.session.work()
        now[0] += wait
        page.send("take")
        if now[0] >= 2:
            break
    assert page.session._driver.run.iteration == pytest.approx(20, abs=1)
    page.send("pace", speed=None)
    page.work()
    assert frames(page.events)[-1]["state"] == "finished"


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
    page.send("train")
    page.send("ask", id=1, about="lesions")
    page.work(slices=60)
    answer = next(content for kind, content in page.events if kind == "answer")
    assert (answer["id"], answer["about"]) == (1, "lesions")
    assert any(kind == "progress" for kind, _ in page.events)
    assert 0 < page.session._driver.run.iteration < 10_000


def test_a_question_about_what_cannot_be_is_refused_and_the_session_goes_on(page):
    kind, content = page.do("ask", id=1, about="silenced", unit=16)[0]
    assert (kind, content["message"]) == ("ask-refused", "unit must be from 0 to 15, not 16")
    assert page.do("ask", id=2, about="weights")[0][0] == "answer"


def test_a_cancelled_question_is_never_answered(page):
    page.send("ask", id=1, about="lesions")
    page.session.work()
    page.do("cancel", id=1)
    assert not [kind for kind, _ in page.events if kind == "answer"]


def test_the_limits_are_those_of_the_settings_in_plain_data():
    described = json.loads(json.dumps(limits()))
    assert list(described) == list(LIMITS)
    assert described["biases"] == {"label": "biases", "wanted": "yes or no", "initial": False}
    assert described["hidden"] == {
        "label": "hidden units",
        "whole": True,
        "low": 1,
        "high": 64,
        "wanted": "a whole number from 1 to 64",
        "initial": 16,
    }


def test_the_commands_and_the_setting_names_are_those_of_the_list_of_messages():
    text = (ROOT / "web" / "messages.js").read_text()
    union = re.search(r"@typedef \{([\w| \n*]+)\} Command", text)[1]
    names = re.findall(r"\w+", union)
    kinds = {re.search(rf'type: "([\w-]+)"[^@]*\}} {name}\b', text)[1] for name in names}
    assert kinds == {name[4:] for name in dir(Session) if name.startswith("_on_")}
    settings = re.search(r"@typedef \{(.+)\} SettingName", text)[1]
    assert settings.replace('"', "").split(" | ") == list(LIMITS)


def test_the_questions_and_their_details_are_those_of_the_list_of_messages():
    text = (ROOT / "web" / "messages.js").read_text()
    table = re.search(r"@typedef \{\{\n(.+?)\}\} Questions", text, re.DOTALL)[1]
    entries = re.findall(r' \*   "?([\w-]+)"?: \{details: \{(.*?)\},', table, re.DOTALL)
    listed = {about: {*re.findall(r"(\w+)\??:", details)} for about, details in entries}
    handed = {"weights", "width", "run"}  # by the registry; all else is a detail
    heard = {
        about: {*inspect.signature(asked.answer).parameters} - handed
        for about, asked in QUESTIONS.items()
    }
    assert listed == heard | {"compare": {field.name for field in fields(Plan)}}


def test_a_name_has_one_spelling_on_both_sides_of_the_wire():
    """What comes in is never spelt anew, so it is one word; what goes out is written by `camel`."""
    answering = [asked.answer for asked in QUESTIONS.values()]
    commands = [getattr(Session, name) for name in dir(Session) if name.startswith("_on_")]
    for heard in (*answering, *commands):
        names = inspect.signature(heard).parameters
        assert [name for name in names if name != camel(name)] == []
    text = re.sub(r"[\w/]+\.py\b", "", (ROOT / "web" / "messages.js").read_text())
    assert [name for name in re.findall(r"\b\w+_\w+\b", text) if name != camel(name)] == []


def test_no_question_is_answered_twice():
    with pytest.raises(ValueError, match="the question weights is answered twice"):
        question("weights", needs=None)


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
