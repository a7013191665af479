"""Whatever a session is sent is obeyed or refused with a sentence: no other error, no hang."""

import contextlib
from unittest.mock import patch

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from binadd.live.questions import registry
from binadd.live.session import Session
from binadd.saving import capsule, npz_file
from binadd.training import run
from tests.made_up import NUMBERS, RUN, SAVED, TEXTS, many, sentence

CONTENT = capsule._opened(capsule.encode(SAVED))


def told(kind, **content):
    """The first event that a new session tells of a command, with its sentence checked."""
    events = []
    session = Session(lambda kind, **content: events.append((kind, content)))
    session.obey({"type": kind, **content})
    while session._jobs:
        session._jobs.work()
    event, details = events[0] if events else ("nothing yet", {})
    for message in [details.get("message"), *details.get("fields", {}).values()]:
        assert message is None or sentence(message)
    return event, details


@patch.object(run, "MOST_SKIPPED", 1_000)
@many
@given(st.binary(max_size=40), st.lists(st.tuples(st.integers(0, 83), st.integers(0, 255))))
def test_a_capsule_of_any_content_can_be_taken_up_or_is_refused(more, changes):
    content = bytearray(CONTENT)
    for place, byte in changes:
        content[place % len(content)] = byte
    for sealed in (bytes(content), bytes(content) + more):
        text = capsule.PREFIX + capsule._characters(sealed + capsule._digest(sealed))
        heard = told("load", text=text)
        assert heard[0] in ("run", "load-refused")


@many
@given(TEXTS, TEXTS)
def test_any_two_texts_are_a_sum_or_refused(first, second):
    event, _ = told("ask", id=1, about="add", first=first, second=second)
    assert event in ("answer", "ask-refused")


@many
@given(st.binary(max_size=300), TEXTS)
def test_anything_that_is_dropped_on_the_page_is_refused(content, text):
    assert told("load", file=np.frombuffer(content, np.uint8))[0] == "load-refused"
    assert told("load", text=text)[0] == "load-refused"


@many
@given(st.integers(-(2**70), 2**70))
def test_a_place_where_the_run_was_never_is_refused(iteration):
    assert told("rewind", iteration=iteration)[0] in ("nothing yet", "rewind-refused")


PAIR = st.tuples(TEXTS, TEXTS).map(list)


WHOLE = st.integers(-(2**70), 2**70) | st.integers(-3, 20)


VALUES = st.lists(NUMBERS, max_size=3)


ASKED = st.one_of(
    st.builds(lambda a, b: ("view", {"a": a, "b": b}), TEXTS, TEXTS),
    st.builds(lambda a, b: ("reading", {"a": a, "b": b}), TEXTS, TEXTS),
    st.builds(lambda unit: ("silenced", {"unit": unit}), WHOLE),
    st.builds(
        lambda host, donor, step: ("transplant", {"host": host, "donor": donor, "step": step}),
        PAIR,
        PAIR,
        WHOLE,
    ),
    st.builds(
        lambda array, index: ("derivative", {"a": "1", "b": "2", "array": array, "index": index}),
        st.sampled_from([*SAVED.weights._fields, "", "_fields", "count"]),
        st.lists(WHOLE, max_size=3),
    ),
    st.builds(
        lambda seeds, hidden, alphas, every: (
            "compare",
            {"seeds": seeds, "hidden": hidden, "alphas": alphas, "iterations": 1, "every": every},
        ),
        VALUES,
        VALUES,
        VALUES,
        WHOLE,
    ),
)


@many
@given(ASKED)
def test_any_question_is_answered_or_refused(asked):
    about, details = asked
    try:
        with contextlib.closing(registry.ask(about, details, RUN)) as answer:
            next(answer, None)
    except ValueError as error:
        sentence(error)


@many
@given(st.text(max_size=30), st.text(max_size=30))
def test_any_source_that_is_asked_for_is_told_or_refused(module, name):
    assert told("ask", id=1, about="source", module=module, name=name)[0] == "ask-refused"


def test_a_run_that_would_take_too_long_to_take_up_again_is_refused_at_once():
    saved = SAVED._replace(iteration=2**62)
    for content in ({"text": capsule.encode(saved)}, {"file": npz_file.to_bytes(saved)}):
        event, details = told("load", **content)
        assert event == "load-refused"
        assert "taken up until iteration 100,000,000" in details["message"]
