"""A network as a text, and what happens to bad ones."""

import base64
import hashlib
import re
import struct
from dataclasses import asdict, replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from binadd.judging.evaluation import evaluate
from binadd.judging.proof import prove
from binadd.network import Weights, initial_weights
from binadd.saving import npz_file
from binadd.saving.capsule import LONGEST, decode, encode
from binadd.saving.npz_file import Saved
from binadd.settings import Settings
from tests.trained import fixed, tutorial

TUTORIAL = Saved(tutorial(0), Settings(), 10_000)
TEXT = encode(TUTORIAL)
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def small(hidden=2, **changes):
    settings = Settings(hidden=hidden, **changes)
    weights = initial_weights(np.random.RandomState(settings.seed), hidden)
    if settings.biases:
        weights = weights._replace(b_h=np.full(hidden, -0.3), b_y=np.array([1 / 3]))
    return Saved(weights, settings, 7)


def sealed(content, prefix="binadd1."):
    """Make a text with a fitting digest of any content."""
    digest = hashlib.sha256(prefix.encode() + content).digest()[:8]
    return prefix + base64.urlsafe_b64encode(content + digest).decode().rstrip("=")


def opened(text):
    body = text.removeprefix("binadd1.")
    return base64.urlsafe_b64decode(body + "=" * (-len(body) % 4))[:-8]


def refusal(text):
    """Return the one sentence with which a text is refused; any other exception fails the test."""
    with pytest.raises(ValueError, match="^the text is not a sound capsule of binadd: ") as caught:
        decode(text)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 200
    return str(caught.value)


# ---- what goes in comes out ----------------------------------------------------------------------


@pytest.mark.parametrize("biases", [False, True])
@pytest.mark.parametrize("hidden", range(1, 65))
def test_a_network_comes_back_rounded_to_float32(hidden, biases):
    before = small(hidden, biases=biases, seed=hidden, alpha=1 / 3)
    after = decode(encode(before))
    assert after[1:] == before[1:]
    for ours, theirs in zip(before.weights, after.weights, strict=True):
        assert theirs.dtype == np.float64
        assert np.array_equal(theirs, ours.astype(np.float32))
    assert encode(after) == encode(before)


@given(
    bits=st.integers(2, 16),
    alpha=st.floats(1e-6, 100),
    iterations=st.integers(0, 10_000_000),
    seed=st.integers(0, 2**32 - 1),
    batch=st.integers(1, 128),
    iteration=st.integers(0, 2**63 - 1),
)
def test_every_setting_and_the_iteration_come_back_exactly(iteration, **changes):
    before = small(**{**changes, "seed": 1})
    before = Saved(before.weights, replace(before.settings, seed=changes["seed"]), iteration)
    assert decode(encode(before))[1:] == before[1:]


@pytest.mark.parametrize("hidden", [1, 16, 64])
def test_a_file_comes_back_exactly_through_bytes_alone(hidden):
    before = small(hidden, biases=True)
    after = npz_file.from_bytes(npz_file.to_bytes(before), "w.npz")
    assert after[1:] == before[1:]
    assert all(map(np.array_equal, before.weights, after.weights))


def test_the_text_of_the_tutorials_network_is_short_and_fits_into_an_address():
    assert len(TEXT) < 2_000
    assert re.fullmatch(r"binadd1\.[A-Za-z0-9_-]+", TEXT)


def test_the_layout_is_the_one_described():
    content = opened(TEXT)
    assert struct.unpack("<BBdIIBBQ", content[:28]) == (8, 16, 0.1, 10_000, 0, 0, 1, 10_000)
    assert list(asdict(Settings())) == [
        "bits", "hidden", "alpha", "iterations", "seed", "biases", "batch",
    ]  # fmt: skip
    weights = struct.unpack(f"<{2 * 16 + 16 * 16 + 16 + 16 + 1}f", content[28:])
    assert weights[0] == np.float32(TUTORIAL.weights.w_xh[0, 0])
    assert weights[32 + 1] == np.float32(TUTORIAL.weights.w_hh[0, 1])
    assert sealed(content) == TEXT


def test_the_rounding_costs_neither_accuracy_nor_the_proof():
    assert evaluate(decode(TEXT).weights, 8).exact == evaluate(tutorial(0), 8).exact == 1
    cured = Saved(fixed(0), Settings(alpha=2.0, biases=True, iterations=2_000), 2_000)
    assert prove(cured.weights).verdict == "proved"
    assert prove(decode(encode(cured)).weights).verdict == "proved"


def test_the_largest_network_has_the_longest_text():
    assert len(encode(small(64, biases=True))) == LONGEST


def test_white_space_around_a_text_is_not_part_of_it():
    assert decode(f" \n{TEXT}\r\n").settings == Settings()


# ---- what is refused -----------------------------------------------------------------------------


def test_every_changed_character_and_every_shorter_text_is_refused():
    text = encode(small(1))
    for place in range(len(text)):
        refusal(text[:place])
        for other in set(ALPHABET + ". =+/é") - {text[place]}:
            if (place, other) not in ((0, " "), (len(text) - 1, " ")):
                refusal(text[:place] + other + text[place + 1 :])
    for more in ("A", "AA", "AAA", "AAAA", "=", "\0"):
        refusal(text + more)


@given(st.integers(0, len(opened(TEXT)) + 7), st.integers(0, 7))
def test_every_flipped_bit_is_refused(place, bit):
    body = TEXT.removeprefix("binadd1.")
    raw = bytearray(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))
    raw[place] ^= 1 << bit
    changed = "binadd1." + base64.urlsafe_b64encode(bytes(raw)).decode().rstrip("=")
    assert "damaged" in refusal(changed)


@given(st.text())
def test_foreign_text_is_refused(text):
    refusal(text)
    refusal("binadd1." + text)


@given(st.binary(max_size=200))
def test_random_content_with_a_fitting_digest_is_refused_by_what_it_says(content):
    refusal(sealed(content))


@given(st.binary(min_size=28, max_size=28))
def test_a_random_header_before_sound_weights_is_refused_or_sound(header):
    text = sealed(header + opened(TEXT)[28:])
    try:
        again = encode(decode(text))
    except ValueError:
        refusal(text)
    else:
        assert again == text


def header(bits=8, hidden=1, alpha=0.1, iterations=1, seed=0, biases=0, batch=1, iteration=1):
    return struct.pack("<BBdIIBBQ", bits, hidden, alpha, iterations, seed, biases, batch, iteration)


ONE = np.zeros(6, "<f4").tobytes()  # the weights of one hidden unit


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "it must begin with “binadd1.”, not ''"),
        ("hello", "it must begin with “binadd1.”, not 'hello'"),
        ("x" * 10**6, "it must begin with “binadd1.”, not 'xxxxxxxxxxxxxxxxxxxx'"),
        ("binadd2.AAAA", "it must be of version “binadd1.”, not “binadd2.”"),
        ("binadd1.", "damaged or cut short"),
        ("binadd1.AA=A", "other characters than letters, digits, “-” and “_”"),
        ("binadd1." + "A" * 10**6, "it must have at most 23,272 characters"),
        (sealed(header(bits=1) + ONE), "bits must be a whole number from 2 to 16, not 1"),
        (sealed(header(hidden=0) + ONE), "hidden units must be a whole number from 1 to 64"),
        (sealed(header(hidden=65) + ONE), "hidden units must be a whole number from 1 to 64"),
        (sealed(header(hidden=64) + ONE), "it has not the length of 64 hidden units"),
        (sealed(header() + ONE + b"x"), "it has not the length of 1 hidden units"),
        (sealed(header(alpha=np.nan) + ONE), "learning rate must be a number from"),
        (sealed(header(alpha=np.inf) + ONE), "learning rate must be a number from"),
        (sealed(header(iterations=2**32 - 1) + ONE), "iterations must be a whole number"),
        (sealed(header(biases=2) + ONE), "biases must be yes or no, not 2"),
        (sealed(header(batch=0) + ONE), "batch size must be a whole number from 1 to 128"),
        (sealed(header(iteration=2**64 - 1) + ONE), "its iteration must be a whole number"),
        (sealed(header() + b"\xff" * 24), r"w_xh must be finite, but holds nan at [0, 0]"),
        (sealed(header() + ONE[:20] + b"\0\0\x80\x7f"), "b_y must be finite, but holds inf at [0]"),
        (sealed(header() + ONE[:20] + b"\1\0\x80\x7f"), "b_y must be finite, but holds nan at [0]"),
    ],
)
def test_a_refusal_says_what_is_wrong(text, message):
    assert message in refusal(text)


def test_a_weight_too_large_for_the_text_is_refused_on_the_way_in():
    huge = small()._replace(weights=small().weights._replace(b_y=np.array([1e300])))
    with pytest.raises(ValueError, match="too large for a text or a link, but a file can hold it"):
        encode(huge)
    assert npz_file.from_bytes(npz_file.to_bytes(huge), "w").weights.b_y[0] == 1e300


def test_an_unsound_network_is_refused_on_the_way_in():
    with pytest.raises(ValueError, match="w_hy must be finite"):
        encode(small()._replace(weights=small().weights._replace(w_hy=np.full(2, np.nan))))
    with pytest.raises(ValueError, match="it must have 3 hidden units, not 2"):
        encode(small()._replace(settings=Settings(hidden=3)))
    with pytest.raises(ValueError, match="its iteration must be a whole number"):
        encode(small()._replace(iteration=-1))
    with pytest.raises(ValueError, match=r"w_hh must have the shape \(2, 2\), not \(3, 2\)"):
        encode(small()._replace(weights=Weights(*small().weights)._replace(w_hh=np.ones((3, 2)))))


def test_hostile_text_is_refused_at_once():
    for text in ("binadd1." + "A" * 10**7, "binadd" + "1" * 10**7, "b" * 10**7, "=" * 10**7):
        refusal(text)
