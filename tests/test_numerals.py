"""Numbers as people type them, in every field that takes one."""

import pytest

from binadd import bits, numerals
from binadd.settings import LIMITS, parse

SAME = [
    "10,000",
    "10 000",
    "10\u00a0000",
    "10\u202f000",
    "10'000",
    "10’000",
    "10_000",
    "１００００",
]


@pytest.mark.parametrize("text", [*SAME, "\u200e10000\u200e", "\ufeff10000", " 10000\u00a0"])
def test_a_whole_number_may_have_its_thousands_apart_in_any_field(text):
    assert parse({"iterations": text}) == ({"iterations": 10_000}, {})
    assert bits.parse_number(text) == 10_000


@pytest.mark.parametrize(
    "text", ["10,00", "1,0000", "10,000 000", ",100", "10,", "10.000", "1e4", "+5", "10²", "½", "٣"]
)
def test_what_is_no_whole_number_or_could_be_two_is_refused_in_any_field(text):
    assert "must be a whole number from" in parse({"seed": text})[1]["seed"]
    with pytest.raises(ValueError, match="must be a whole number"):
        bits.parse_number(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [("0.1", 0.1), (".5", 0.5), ("1.", 1), ("1e-3", 1e-3), ("1E−3", 1e-3), ("０．１", 0.1)],
)
def test_a_learning_rate_is_read_in_every_plain_way(text, value):
    assert parse({"alpha": text}) == ({"alpha": value}, {})


@pytest.mark.parametrize(("text", "right"), [("0,1", "0.1"), ("1,5", "1.5"), ("０，１", "0.1")])
def test_a_decimal_comma_is_answered_with_the_point(text, right):
    told = parse({"alpha": text})[1]["alpha"]
    assert told == (
        f"learning rate must be a number from 0.000001 to 100, not “{text}”; "
        f"write a decimal point, not a comma, as in {right}"
    )


@pytest.mark.parametrize(
    "text", ["1,000.5", "1 000", "1_0", "٠٫١", "0.1.2", "--1", "e5", "infinity"]
)
def test_what_could_be_two_learning_rates_or_none_is_refused(text):
    assert f"not “{text}”" in parse({"alpha": text})[1]["alpha"]


@pytest.mark.parametrize("text", ["١٢", "१२", "۱۲"])
def test_digits_of_another_script_are_answered_with_ours(text):
    for name in ("bits", "hidden", "alpha", "iterations", "seed", "batch"):
        assert parse({name: text})[1][name].endswith(f"“{text}”; write it with the digits 0 to 9")
    with pytest.raises(ValueError, match="write it with the digits 0 to 9"):
        bits.parse_number(text)


def test_ranges_are_written_as_people_do_and_can_be_typed_as_they_are_written():
    assert LIMITS["alpha"].wanted == "a number from 0.000001 to 100"
    assert LIMITS["seed"].wanted == "a whole number from 0 to 4,294,967,295"
    for name, limit in LIMITS.items():
        for end in limit.wanted.split(" from ")[-1].split(" to ") if name != "biases" else ():
            assert parse({name: end})[1] == {}
    assert numerals.written(10.0) == "10"
