"""Whatever a stranger hands over is refused with a sentence: no other error, no hang, no flood."""

import contextlib
import io
import json
import tempfile
import zipfile
from contextlib import redirect_stderr, redirect_stdout

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from binadd.__main__ import main
from binadd.saving import npz_file
from binadd.saving.npz_file import Saved
from binadd.settings import LIMITS, Settings, parse
from tests.made_up import NUMBERS, SAVED, TEXTS, many, sentence

FOLDER = tempfile.TemporaryDirectory()  # for files that have the names of what is made up


FILE = npz_file.to_bytes(SAVED)


ANYTHING = st.recursive(
    st.none() | st.booleans() | NUMBERS | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=12,
)


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


@many
@given(st.dictionaries(st.sampled_from(sorted(LIMITS)), TEXTS))
def test_every_setting_that_is_typed_is_a_setting_or_refused(texts):
    values, messages = parse(texts)
    assert values.keys() | messages.keys() == texts.keys()
    for message in messages.values():
        sentence(message)
    Settings(**values)


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
