"""Whatever a stranger hands over is refused with a sentence: no other error, no hang, no flood."""

import contextlib
import io
import json
import tempfile
import zipfile
from contextlib import redirect_stderr, redirect_stdout
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from binadd.__main__ import main
from binadd.live.questions import registry
from binadd.live.session import Session
from binadd.saving import capsule, npz_file
from binadd.saving.npz_file import Saved
from binadd.settings import LIMITS, Settings, parse
from binadd.training.run import Run, run

FOLDER = tempfile.TemporaryDirectory()  # for files that have the names of what is made up
RUN = Run(Settings(hidden=2))
SAVED = Saved(RUN.weights, RUN.settings, 0)
FILE = npz_file.to_bytes(SAVED)
CONTENT = capsule._opened(capsule.encode(SAVED))
NUMBERS = st.integers() | st.floats() | st.sampled_from([2**31, 2**63, -1, 0, 10**100, 1e308])
ANYTHING = st.recursive(
    st.none() | st.booleans() | NUMBERS | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=12,
)
TEXTS = st.text(max_size=60) | NUMBERS.map(str) | st.text("0123456789_.eE+-xb ", max_size=60)

many = settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))


def sentence(error):
    """What a visitor reads: one line, not too long, with words in it."""
    text = str(error)
    assert "\n" not in text
    assert 10 < len(text) < 400
    assert " " in text
    return text


def archive(arrays):
    file = io.BytesIO()
    np.savez(file, digest=np.array(npz_file._digest(arrays)), **arrays)
    return file.getvalue()


def opened(content):
    """A network, or the sentence with which the file is refused."""
    try:
        return npz_file.from_bytes(content, "it")
    except ValueError as error:
        return sentence(error)


# ---- files ---------------------------------------------------------------------------------------


@many
@given(st.lists(st.tuples(st.integers(0, len(FILE) - 1), st.integers(0, 255)), max_size=6))
def test_a_file_with_some_bytes_changed_is_the_same_network_or_refused(changes):
    content = bytearray(FILE)
    for place, byte in changes:
        content[place] = byte
    found = opened(bytes(content))
    if isinstance(found, Saved):
        assert found.settings == SAVED.settings
        assert all(map(np.array_equal, found.weights, SAVED.weights))


@many
@given(ANYTHING, ANYTHING, ANYTHING)
def test_a_file_with_any_header_is_sound_or_refused(whole, iteration, chosen):
    right = {"binadd": 1, "iteration": 0, "settings": {}}
    for header in (
        whole,
        {**right, "iteration": iteration},
        {**right, "settings": chosen},
        {**right, "settings": {"hidden": 2, "alpha": chosen, "bits": iteration}},
    ):
        arrays = {"header": np.array(json.dumps(header)), **SAVED.weights._asdict()}
        found = opened(archive(arrays))
        assert isinstance(found, str) or found.settings.hidden == 2


KINDS = st.sampled_from(["<f8", ">f8", "<f4", "<i8", "<U9", "S5", "?", "<c16", "<M8[s]"])


@many
@given(
    st.sampled_from([*SAVED.weights._fields, "header"]),
    KINDS,
    st.lists(st.integers(0, 5), max_size=4),
)
def test_a_file_with_arrays_of_any_kind_and_shape_is_sound_or_refused(name, kind, shape):
    header = json.dumps({"binadd": 1, "iteration": 0, "settings": {"hidden": 2}})
    arrays = {"header": np.array(header), **SAVED.weights._asdict()}
    arrays[name] = np.zeros(shape, kind)
    assert isinstance(opened(archive(arrays)), Saved | str)


@pytest.mark.parametrize("shape", ["(99999999,)", "(9999, 9999)", "(1, 10000000, 4)"])
@pytest.mark.parametrize("kind", ["'<f8'", "'<U99999'", "'V999999'", "[('a', '<f8', (9, 9))]"])
def test_an_array_that_claims_to_be_large_is_refused_before_room_is_made(shape, kind):
    claim = f"{{'descr': {kind}, 'fortran_order': False, 'shape': {shape}, }}\n".encode()
    start = b"\x93NUMPY\x01\x00" + len(claim).to_bytes(2, "little")
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as whole:
        whole.writestr("w_hh.npy", start + claim)
    assert "more than 100,000 bytes" in opened(file.getvalue())


# ---- texts ---------------------------------------------------------------------------------------


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
@given(st.dictionaries(st.sampled_from(sorted(LIMITS)), TEXTS))
def test_every_setting_that_is_typed_is_a_setting_or_refused(texts):
    values, messages = parse(texts)
    assert values.keys() | messages.keys() == texts.keys()
    for message in messages.values():
        sentence(message)
    Settings(**values)


# ---- command lines -------------------------------------------------------------------------------

SHORT = {
    "train": ["--iterations", "3", "--hidden", "2"],
    "add": ["--iterations", "3", "--hidden", "2"],
    "evaluate": ["--iterations", "3", "--hidden", "2"],
    "prove": ["--iterations", "3", "--hidden", "2"],
    "probe": ["--iterations", "3", "--hidden", "2"],
    "sweep": ["--iterations", "3", "--hidden", "2", "--seeds", "0"],
}
GIVEN = st.one_of(
    TEXTS.map(lambda text: [text]),
    st.tuples(
        st.sampled_from(["--alpha", "--seed", "--bits", "--batch", "--every", "--preset", "--csv"]),
        TEXTS,
    ).map(list),
    st.sampled_from(
        [["--save", "."], ["--save", "\0"], ["--csv", "\ud800/x"], ["--weights", "\x1b[2J"]]
        + [["--weights", "binadd1.AAAA"], ["--quiet"], ["--capsule"], ["--margins"], ["--help"]]
        + [["--biases", "yes"], ["--batch", "2"], ["--preset", "fixed"], ["1", "2"], ["--"]]
    ),
)


@many
@given(st.sampled_from(sorted(SHORT)), st.lists(GIVEN, max_size=3))
def test_any_command_line_is_obeyed_or_refused_in_one_visible_line(name, given_words):
    words = [word for some in given_words for word in some]
    out, err = io.StringIO(), io.StringIO()
    with contextlib.chdir(FOLDER.name), redirect_stdout(out), redirect_stderr(err):
        status = main([name, *SHORT[name], *words])
    said = err.getvalue()
    assert status in (0, 1, 2)
    assert said.count("\n") == 1 if status == 2 else said.count("\n") <= 1
    assert said.replace("\n", "").isprintable()


# ---- commands and questions ----------------------------------------------------------------------


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
