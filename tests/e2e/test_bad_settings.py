"""Settings that cannot be: a sentence beside the field, nothing lost, training undisturbed."""

import pytest
from playwright.sync_api import expect

BAD = [
    ("Bits", "", "bits is empty; it must be a whole number from 2 to 16"),
    ("Bits", "17", "bits must be a whole number from 2 to 16, not 17"),
    ("Hidden units", "0", "hidden units must be a whole number from 1 to 64, not 0"),
    ("Hidden units", "1.5", "hidden units must be a whole number from 1 to 64, not “1.5”"),
    ("Learning rate", "fast", "learning rate must be a number from 0.000001 to 100, not “fast”"),
    ("Learning rate", "-0.1", "learning rate must be a number from 0.000001 to 100, not -0.1"),
    ("Iterations", "10000001", "iterations must be a whole number from 0 to 10,000,000, not 1000"),
    ("Learning rate", "0,1", "not “0,1”; write a decimal point, not a comma, as in 0.1"),
    ("Iterations", "١٢", "not “١٢”; write it with the digits 0 to 9"),
    ("Seed", "-1", "seed must be a whole number from 0 to 4,294,967,295, not -1"),
]


def test_every_bad_setting_is_refused_beside_its_field_and_the_run_is_as_it_was(again):
    app = again
    app.field("Step size").select_option("10")
    for number, (name, text, sentence) in enumerate(BAD):
        good = app.field(name).input_value()
        press = ("Reset", "Train", "Step")[number % 3]  # none begins anything
        app.field(name).fill(text)
        app.button(press).click()
        expect(app.error_of(name)).to_contain_text(sentence, ignore_case=True)
        expect(app.field(name)).to_have_value(text)
        expect(app.field(name)).to_have_attribute("aria-invalid", "true")
        assert app.iteration == 10 * number
        app.field(name).fill(good)
        app.button("Step").click()
        app.expect_iteration(10 * (number + 1))
    app.train_to_the_end()
    expect(app.accuracy).to_have_text("100 %")


def test_several_bad_settings_get_a_sentence_each(again):
    app = again
    app.field("Bits").fill("x")
    app.field("Seed").fill("y")
    app.button("Reset").click()
    expect(app.error_of("Bits")).to_contain_text("not “x”")
    expect(app.error_of("Seed")).to_contain_text("not “y”")
    expect(app.error_of("Hidden units")).to_have_text("")


def test_a_refusal_unfolds_the_fields_again_and_a_run_that_begins_folds_them_up(again):
    app = again
    app.field("Seed").fill("y")
    app.page.keyboard.press("Escape")
    expect(app.page.locator("#seed")).to_be_hidden()
    app.button("Train").click()
    expect(app.page.locator("#seed")).to_be_focused()
    expect(app.error_of("Seed")).to_be_in_viewport()
    app.field("Seed").fill("7")
    app.button("Reset").click()
    expect(app.page.locator("#seed")).to_be_hidden()
    expect(app.page.locator("#run-words")).to_be_visible()
    expect(app.page.locator("#run-words")).to_contain_text("seed 7")


@pytest.mark.parametrize("hash_", ["#hidden=0", "#hidden=%3Cb%3E", "#hidden="])
def test_a_bad_value_in_the_address_is_shown_beside_its_field(visit, hash_):
    app = visit(hash_)
    expect(app.error_of("Hidden units")).to_contain_text("a whole number from 1 to 64")
    app.button("Step").click()
    app.expect_iteration(1)


def test_what_the_address_holds_besides_settings_does_no_harm(visit):
    app = visit("#nonsense&__proto__=1&constructor=2&bits=5&%E0%A4%A")
    expect(app.field("Bits")).to_have_value("5")
