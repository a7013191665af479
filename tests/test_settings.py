"""Settings check themselves and say what would be right."""

from dataclasses import FrozenInstanceError, asdict, fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from binadd.settings import LIMITS, PRESETS, Limit, Settings, parse


def test_the_defaults_are_the_tutorials():
    assert asdict(Settings()) == {
        "bits": 8,
        "hidden": 16,
        "alpha": 0.1,
        "iterations": 10_000,
        "seed": 0,
        "biases": False,
        "batch": 1,
    }
    assert PRESETS["2015"] == Settings()


def test_every_setting_has_a_limit_and_every_limit_a_setting():
    assert [field.name for field in fields(Settings)] == list(LIMITS)


@pytest.mark.parametrize("name", [name for name in LIMITS if isinstance(LIMITS[name], Limit)])
def test_both_ends_of_a_range_are_inside_and_what_lies_beyond_is_not(name):
    limit = LIMITS[name]
    kind = int if limit.whole else float
    for inside in (limit.low, limit.high):
        Settings(**{name: kind(inside)})
    for outside in (limit.low - 1, limit.high + 1):
        with pytest.raises(ValueError, match=f"{limit.label} must be {limit.wanted}, not"):
            Settings(**{name: kind(outside)})


@pytest.mark.parametrize(
    ("name", "value"),
    [("hidden", 1.5), ("hidden", True), ("hidden", "8"), ("alpha", float("nan")), ("alpha", None)]
    + [("alpha", float("inf")), ("alpha", 0.0), ("alpha", -0.1), ("seed", -1)]
    + [("biases", 1), ("biases", "yes"), ("batch", 0)],
)
def test_a_value_of_the_wrong_kind_is_refused(name, value):
    with pytest.raises(ValueError, match=f"{LIMITS[name].label} must be"):
        Settings(**{name: value})


def test_settings_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        Settings().bits = 9


def test_typed_settings_become_values_and_each_bad_one_gets_its_own_sentence():
    values, messages = parse({"bits": " 8 ", "hidden": "0", "alpha": "", "seed": "x"})
    assert values == {"bits": 8}
    assert messages == {
        "hidden": "hidden units must be a whole number from 1 to 64, not 0",
        "alpha": "learning rate is empty; it must be a number from 0.000001 to 100",
        "seed": "seed must be a whole number from 0 to 4,294,967,295, not “x”",
    }


def test_a_switch_is_read_as_yes_or_no():
    assert parse({"biases": " Yes "}) == ({"biases": True}, {})
    assert parse({"biases": "no"}) == ({"biases": False}, {})
    assert parse({"biases": "1"})[1] == {"biases": "biases must be yes or no, not “1”"}


@pytest.mark.parametrize("text", ["8.0", "1e1", "0x8", "eight", "8 8", "8" * 5000, "nan", "∞"])
def test_what_is_no_whole_number_is_refused(text):
    assert parse({"bits": text})[1]["bits"].startswith("bits must be a whole number from 2 to 16")


@given(st.sampled_from(list(LIMITS)), st.text(max_size=50))
def test_any_text_gives_a_checked_value_or_a_sentence(name, text):
    values, messages = parse({name: text})
    assert len(values) + len(messages) == 1
    for value in values.values():
        Settings(**{name: value})
