"""Asking the network sums, at any moment."""

import re

import pytest
from playwright.sync_api import expect


def test_an_untrained_network_answers_and_its_wrong_bits_are_pointed_out(again):
    app = again
    app.add("9", "60")
    expect(app.answer).to_have_text("1")
    expect(app.page.locator("#adder-verdict")).to_contain_text("wrong")
    expect(app.page.locator("#adder-explanation")).to_contain_text("2 of 8 bits wrong")
    expect(app.page.locator("#adder-explanation")).to_contain_text("the first at bit 2")


def test_sums_are_answered_while_training_runs_and_after_it(again):
    app = again
    app.start_long_run()
    for first in range(5):
        app.add(str(first), "1")
        expect(app.page.locator("#adder-question")).to_have_text(f"{first} + 1 =")
        assert app.state == "running"
    app.button("Pause").click()
    app.expect_state("paused")


@pytest.mark.parametrize(
    ("first", "second", "answer"),
    [("100", "27", "127"), ("0b1111", "0x_ff", "270"), ("1_000", "0", "1000")],
)
def test_a_trained_network_adds_numbers_however_they_are_written(trained, first, second, answer):
    app = trained
    app.add(first, second)
    expect(app.answer).to_have_text(answer)
    expect(app.page.locator("#adder-verdict")).to_contain_text("right")


def test_a_sum_beyond_the_training_says_so_and_1024_bits_fit_the_page(trained):
    app = trained
    app.add(str(2**1023), str(2**1022 + 1))
    expect(app.answer).to_have_text(str(2**1023 + 2**1022 + 1))
    app.enter("proof")
    explanation = app.page.locator("#adder-explanation")
    expect(explanation).to_contain_text("1,024 bits wide, beyond the 8 bits it was trained on")
    widths = app.page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert widths[0] <= widths[1]


@pytest.mark.parametrize(
    ("first", "message"),
    [
        ("", r"first number is empty"),
        ("abc", r"first number must be a whole number.*not “abc”"),
        ("1.5", r"not “1\.5”"),
        ("-3", r"not “-3”"),
        ("0b12", r"not “0b12”"),
        (str(2**1024), r"first number must have at most 1,024 bits"),
        ("9" * 20_000, r"first number must have at most 1,024 bits.*20,000 characters"),
    ],
)
def test_a_bad_number_gets_a_sentence_beside_its_field_and_nothing_is_lost(again, first, message):
    app = again
    app.add("9", "60")
    expect(app.answer).to_have_text("1")
    app.add(first, "60")
    expect(app.error_of("First number")).to_have_text(re.compile(message, re.IGNORECASE))
    expect(app.field("First number")).to_have_attribute("aria-invalid", "true")
    expect(app.field("First number")).to_have_value(first)
    expect(app.error_of("Second number")).to_have_text("")
    app.add("9", "60")
    expect(app.error_of("First number")).to_have_text("")
