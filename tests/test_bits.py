"""Integers and their bits."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from binadd import bits


def test_the_lowest_bit_comes_first():
    assert bits.to_bits(6, 4).tolist() == [0, 1, 1, 0]


@given(st.integers(0, 2**1100))
def test_any_integer_survives_the_way_to_bits_and_back(number):
    assert bits.from_bits(bits.to_bits(number, 1101)) == number


@given(st.lists(st.integers(0, 2**63 - 1), min_size=1, max_size=5))
def test_columns_agree_with_to_bits_for_every_number(numbers):
    table = bits.columns(np.array(numbers, dtype=np.int64), 64)
    assert [row.tolist() for row in table] == [bits.to_bits(n, 64).tolist() for n in numbers]


def test_columns_keep_the_shape_of_many_numbers():
    assert bits.columns(np.zeros((3, 2), dtype=np.int64), 8).shape == (3, 2, 8)


def test_as_text_writes_the_highest_bit_first():
    assert bits.as_text(bits.to_bits(6, 4)) == "0110"


@pytest.mark.parametrize(("number", "width"), [(-1, 4), (16, 4), (1, 0)])
def test_a_number_that_does_not_fit_is_refused(number, width):
    with pytest.raises(ValueError, match="number"):
        bits.to_bits(number, width)


@given(st.integers(0, 2**1024 - 1), st.sampled_from(["{:d}", "{:#b}", "{:#x}", "{:_d}", "{:#_x}"]))
def test_a_number_is_read_in_every_way_it_can_be_written(number, written):
    assert bits.parse_number(written.format(number)) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [(" 007 ", 7), ("0B11", 3), ("0XfF", 255), ("1_000", 1000), ("0x_ff", 255), ("0" * 3000, 0)],
)
def test_spaces_zeros_capitals_and_underscores_do_no_harm(text, number):
    assert bits.parse_number(text) == number


@pytest.mark.parametrize(
    "text", ["abc", "1.5", "-3", "+3", "1e3", "0o7", "0b", "0x", "0b12", "_1", "1_", "1__0", "٣"]
)
def test_what_is_no_number_is_refused_with_its_name_its_text_and_the_remedy(text):
    with pytest.raises(ValueError, match="first number must be .* like 9, 0b1001 or 0x9") as caught:
        bits.parse_number(text, "first number")
    assert f"“{text}”" in str(caught.value)


@pytest.mark.parametrize("text", ["", "   "])
def test_an_empty_field_is_called_empty(text):
    with pytest.raises(ValueError, match="first number is empty; it must be a whole number"):
        bits.parse_number(text, "first number")


@pytest.mark.parametrize("text", [f"{2**1024}", f"{2**1024:#x}", f"{2**1024:#b}", "9" * 100_000])
def test_a_number_of_more_bits_than_allowed_is_refused(text):
    with pytest.raises(ValueError, match=r"number must have at most 1,024 bits; .* has more"):
        bits.parse_number(text)


@given(st.text(max_size=60))
def test_no_text_at_all_does_anything_but_give_a_number_or_a_sentence(text):
    try:
        told = bits.parse_number(text)
    except ValueError as error:
        told = str(error)
    assert told.startswith("number ") if isinstance(told, str) else told >= 0
