"""A sum that stays in sight: the one that is there, or any that is asked."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.app import App
from tests.e2e.columns import ask, decimal, row


@pytest.fixture
def app(again):
    """These tests can do with a page that was used before."""
    return again


def test_a_pinned_sum_stays_in_sight_while_the_network_learns_it(app, sentence):
    expect(row(app, "hidden-states", "all").first).to_have_text(re.compile("[01]"))
    app.button("Keep this").click()
    expect(sentence).to_contain_text(
        "Kept in sight, before any training: the network says 1, the sum is 69"
    )
    app.train_to_the_end()
    expect(sentence).to_contain_text(
        "Kept in sight, after 10,000 iterations: the network says 69, the sum is 69: "
        "all 8 bits right."
    )
    expect(decimal(app, "first")).to_have_text("9")
    app.button("Let go").click()
    expect(sentence).to_contain_text("After 10,000 iterations: the network says")


def test_a_pinned_sum_stays_when_the_network_learns_shorter_ones(app, sentence):
    app.button("Keep this").click()
    expect(app.button("Let go")).to_be_visible()
    app.field("Bits").fill("4")
    app.button("Reset").click()
    expect(row(app, "hidden-states", "unit")).to_have_count(7)
    expect(sentence).to_contain_text("the sum is 69:")
    app.button("Let go").click()
    expect(row(app, "hidden-states", "unit")).to_have_count(4)
    expect(row(app, "bit-grid", "sum")).to_have_count(4)


def test_two_typed_numbers_are_pinned_and_bad_ones_lose_nothing(app, sentence):
    ask(app, "0b1011", "8_0")
    expect(sentence).to_contain_text("Kept in sight, before any training")
    expect(sentence).to_contain_text("the sum is 91:")
    ask(app, "x", "-1")
    expect(app.error_of("First number")).to_contain_text("First number must be a whole")
    expect(app.error_of("Second number")).to_contain_text("not “-1”")
    expect(app.field("First number")).to_be_focused()
    expect(app.field("First number")).to_have_value("x")
    expect(sentence).to_contain_text("the sum is 91:")
    app.button("Train").click()
    ask(app, "127", "1")
    expect(app.error_of("First number")).to_be_empty()
    expect(sentence).to_contain_text("the sum is 128:")
    app.button("Let go").click()
    expect(sentence).not_to_contain_text("Kept in sight")


def test_the_fields_say_from_the_first_paint_which_sum_comes_first(page, site, watch):
    page.goto(f"{site}?view=lab", wait_until="commit")
    fields = [page.locator(f"#{name}") for name in ("first", "second")]
    first, second = (field.input_value() for field in fields)
    App(page).expect_state("ready")
    expect(page.locator("#sentence")).to_contain_text(f"the sum is {int(first) + int(second)}")
    for field, value in zip(fields, (first, second), strict=True):
        expect(field).to_have_value(value)


FOLLOWS = """() => {
  const shown = document.querySelector("#bit-grid .first .decimal").textContent;
  return document.querySelector("#first").value === shown.replaceAll(/\\D/g, "");
}"""  # both at one moment: the sum in sight may be about to change


def test_the_fields_say_which_sum_is_in_sight_until_somebody_types(app, sentence):
    first, second = app.field("First number"), app.field("Second number")
    expect(first).to_have_value("9")
    expect(second).to_have_value("60")
    app.button("Step").click()
    app.page.wait_for_function(FOLLOWS)
    first.fill("250")
    app.button("Step").click()
    app.expect_iteration(2)
    expect(first).to_have_value("250")  # nobody takes it away
    first.press("Escape")
    app.page.wait_for_function(FOLLOWS)
    ask(app, "0b11", "1")
    expect(sentence).to_contain_text("the sum is 4:")
    expect(first).to_have_value("0b11")
    app.button("Let go").click()
    expect(sentence).not_to_contain_text("Kept in sight")
    app.page.wait_for_function(FOLLOWS)


ASK_AFTER_RESET = """() => {
  document.querySelector("#reset").click();
  document.querySelector("#first").value = "1000";
  document.querySelector("#second").value = "24";
  document.querySelector("#adder-form").requestSubmit();
}"""


def test_a_sum_that_is_asked_before_the_new_run_is_there_is_asked_of_it(app, sentence):
    app.train_to_the_end()
    app.page.evaluate(ASK_AFTER_RESET)
    app.expect_iteration(0)
    expect(sentence).to_contain_text("Kept in sight, before any training")
    expect(sentence).to_contain_text("the sum is 1,024:")


PRESS_PIN = """async (wait) => {
  document.querySelector("#reset").click();
  if (wait) await new Promise((done) => setTimeout(done, wait));
  document.querySelector("#pin").click();
}"""


@pytest.mark.parametrize("bits", [8, 5])
def test_pin_works_at_any_moment_after_a_reset(app, sentence, bits):
    app.field("Iterations").fill("10000000")
    for wait in (0, 20, 60, 150):
        app.field("Bits").fill("8")
        app.button("Reset").click()
        app.button("Train").click()
        app.expect_state("running")
        app.field("Bits").fill(str(bits))
        app.page.evaluate(PRESS_PIN, wait)
        expect(app.button("Let go")).to_be_visible()
        expect(sentence).to_contain_text("Kept in sight, before any training")
        app.button("Let go").click()
