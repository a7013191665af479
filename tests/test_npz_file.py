"""Weights in a file, and what happens to bad ones."""

import io
import json
import zipfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from binadd.saving import npz_file
from binadd.saving.npz_file import Saved
from binadd.settings import Settings
from binadd.training.run import Run


@pytest.fixture
def saved():
    run = Run(Settings(hidden=3, seed=5))
    run.advance(20)
    return Saved(run.weights, run.settings, run.iteration)


@pytest.fixture
def path(tmp_path, saved):
    npz_file.save(tmp_path / "weights.npz", saved)
    return tmp_path / "weights.npz"


def test_a_network_comes_back_exactly_and_leaves_nothing_else_behind(path, saved):
    loaded = npz_file.load(path)
    assert loaded[1:] == saved[1:]
    for before, after in zip(saved.weights, loaded.weights, strict=True):
        assert np.array_equal(before, after)
    assert [file.name for file in path.parent.iterdir()] == ["weights.npz"]


def test_the_file_has_the_very_name_that_was_asked_for(tmp_path, saved):
    npz_file.save(tmp_path / "trained", saved)
    assert npz_file.load(tmp_path / "trained").settings == saved.settings


def test_a_place_that_cannot_be_written_is_refused(tmp_path, saved):
    with pytest.raises(ValueError, match="is a folder; name a file in it"):
        npz_file.save(tmp_path, saved)
    with pytest.raises(ValueError, match=r"the folder .*missing does not exist"):
        npz_file.save(tmp_path / "missing" / "weights.npz", saved)


def change(path, **changes):
    """Rewrite the file with some entries changed or, where None, left out, the digest made anew."""
    with np.load(path) as file:
        arrays = {name: file[name] for name in file.files} | changes
    arrays = {name: array for name, array in arrays.items() if array is not None}
    if "digest" in arrays and "digest" not in changes:
        del arrays["digest"]
        arrays["digest"] = np.array(npz_file._digest(arrays))
    np.savez(path, **arrays)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"digest": np.array("0" * 64)}, "its digest does not fit its contents, so it is damaged"),
        ({"w_hh": np.full((3, 3), np.nan)}, r"w_hh must be finite, but holds nan at \[0, 0\]"),
        ({"w_hh": np.zeros((2, 3))}, r"w_hh must have the shape \(3, 3\), not \(2, 3\)"),
        ({"w_hy": np.zeros(3, dtype=np.float32)}, "w_hy must hold float64 numbers, not float32"),
        ({"w_xh": None}, "it must hold .*, not b_h, b_y, digest, header, w_hh, w_hy"),
        ({"header": np.array("{")}, "Expecting property name"),
        ({"header": np.array("{}")}, "'binadd' is missing"),
        ({"header": np.array("[]")}, "is not a sound weights file"),
        ({"header": np.array('{"binadd": 9}')}, "its format must be 1, not 9"),
    ],
)
def test_a_damaged_file_is_refused_by_name_with_the_reason(path, changes, message):
    change(path, **changes)
    with pytest.raises(ValueError, match=message) as caught:
        npz_file.load(path)
    assert str(caught.value).startswith(f"{path} is not a sound weights file of binadd: ")


def test_settings_out_of_range_are_refused_in_a_file_too(path):
    with np.load(path) as file:
        header = json.loads(str(file["header"]))
    header["settings"]["hidden"] = 0
    change(path, header=np.array(json.dumps(header)))
    with pytest.raises(ValueError, match="hidden units must be a whole number from 1 to 64, not 0"):
        npz_file.load(path)


@pytest.mark.parametrize("content", [b"", b"x", b"PK\x03\x04", b"\x93NUMPY", b"\x80\x04K\x01."])
def test_what_is_no_archive_is_refused_without_unpickling_it(tmp_path, content):
    (tmp_path / "bad.npz").write_bytes(content)
    with pytest.raises(ValueError, match=r"bad\.npz is not a sound .* no \.npz archive"):
        npz_file.load(tmp_path / "bad.npz")


@pytest.mark.parametrize("before", [b"Error:[3.4]\n", b"\x93NUMPY", b"\x80\x04K\x01."])
def test_an_archive_behind_something_else_is_refused_in_our_own_words(path, before):
    path.write_bytes(before + path.read_bytes())
    with pytest.raises(ValueError, match=r"it is no \.npz archive, or only a part of one"):
        npz_file.load(path)


def test_a_file_cut_short_anywhere_or_with_any_byte_changed_is_refused_or_sound(path, saved):
    whole = path.read_bytes()
    for place in range(0, len(whole), 37):
        flipped = whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :]
        for content in (whole[:place], flipped):
            path.write_bytes(content)
            loaded = load_or_say(path)
            if isinstance(loaded, str):
                assert "is not a sound weights file" in loaded
            else:  # the byte has no meaning, such as a time of day in the archive's directory
                assert np.array_equal(loaded.weights.w_hh, saved.weights.w_hh)


def load_or_say(path):
    try:
        return npz_file.load(path)
    except ValueError as error:
        return str(error)


def test_an_array_of_objects_is_never_unpickled(path):
    change(path, w_hy=np.array([print], dtype=object), digest=np.array("0"))
    with pytest.raises(ValueError, match="is not a sound weights file"):
        npz_file.load(path)


def test_a_missing_file_is_an_error_of_the_system(tmp_path):
    with pytest.raises(FileNotFoundError):
        npz_file.load(tmp_path / "missing.npz")


@given(st.binary(max_size=400))
def test_random_bytes_are_refused_with_one_sentence(content):
    for start in (b"", b"PK\x03\x04", b"PK\x05\x06"):
        with pytest.raises(ValueError, match=r"^w\.npz is not a sound weights file of binadd: .+"):
            npz_file.from_bytes(start + content, "w.npz")


def test_a_large_file_is_refused_unread(tmp_path):
    with pytest.raises(ValueError, match="it has more than 100,000 bytes"):
        npz_file.load(Path("/dev/zero"))


def test_an_archive_that_would_unpack_into_much_is_refused_unread():
    file = io.BytesIO()
    np.savez_compressed(file, header=np.zeros(10_000_000))
    with pytest.raises(ValueError, match="it would unpack into more than 100,000 bytes"):
        npz_file.from_bytes(file.getvalue(), "bomb.npz")


def test_an_array_that_claims_to_be_huge_is_refused(saved):
    content = npz_file.to_bytes(saved).replace(b"'shape': (3, 3), ", b"'shape': (9**9,9)"[:17])
    with pytest.raises(ValueError, match="is not a sound weights file"):
        npz_file.from_bytes(content, "w.npz")
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        claim = b"{'descr': '<f8', 'fortran_order': False, 'shape': (999999999999,), }\n"
        archive.writestr("w_hh.npy", b"\x93NUMPY\x01\x00" + bytes([len(claim), 0]) + claim)
    with pytest.raises(ValueError, match="is not a sound weights file"):
        npz_file.from_bytes(file.getvalue(), "w.npz")


@pytest.mark.parametrize("iteration", [-1, 1.5, True, "x", None, 10**30])
def test_an_impossible_iteration_is_refused(path, iteration):
    with np.load(path) as file:
        header = json.loads(str(file["header"])) | {"iteration": iteration}
    change(path, header=np.array(json.dumps(header)))
    with pytest.raises(ValueError, match="its iteration must be a whole number, zero or more"):
        npz_file.load(path)
