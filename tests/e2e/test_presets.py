"""Presets of the form, and failures worth seeing."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.app import TRAINING


@pytest.fixture
def app(again):
    """Most tests of this file can do with a page that was used before."""
    return again


def test_a_preset_chosen_before_any_training_applies_at_once(app):
    app.field("Preset").select_option("fixed")
    expect(app.page.locator("#target")).to_have_text("of 16,000")
    expect(app.field("Biases")).to_have_value("yes")
    expect(app.field("Learning rate")).to_have_value("4")
    expect(app.field("Batch size")).to_have_value("8")
    expect(app.page.locator("#settings-notice")).to_have_text("")
    app.train_to_the_end()
    expect(app.accuracy).to_have_text("100 %")


def test_a_preset_chosen_later_asks_for_a_reset(app):
    app.button("Step").click()
    app.expect_iteration(1)
    app.field("Preset").select_option("fixed")
    expect(app.page.locator("#settings-notice")).to_contain_text("Reset")
    app.expect_iteration(1)
    app.button("Reset").click()
    expect(app.page.locator("#target")).to_have_text("of 16,000")


def test_the_preset_says_which_one_the_fields_are(app):
    preset = app.field("Preset")
    expect(preset).to_have_value("2015")
    app.field("Batch size").fill("8")
    expect(preset).to_have_value("custom")
    app.field("Batch size").fill("1")
    expect(preset).to_have_value("2015")


def test_biases_and_batches_are_in_the_address_and_come_back(visit):
    app = visit("")
    app.field("Biases").select_option("yes")
    app.field("Batch size").fill("16")
    app.button("Reset").click()
    app.expect_iteration(0)
    expect(app.page.locator("#settings-notice")).to_have_text("")
    expect(app.page).to_have_url(re.compile("biases=yes.*batch=16"))
    app.page.reload()
    app.expect_state("ready")
    expect(app.field("Biases")).to_have_value("yes")
    expect(app.field("Batch size")).to_have_value("16")


def test_a_refusal_moves_nothing(app):
    before = app.page.locator("#bit-grid").bounding_box()["y"]
    app.field("Iterations").fill("x")  # the fields lie over the grid
    app.button("Reset").click()
    expect(app.error_of("Iterations")).to_contain_text("whole number")
    assert abs(app.page.locator("#bit-grid").bounding_box()["y"] - before) < 1


def test_one_press_shows_a_failure_and_the_next_starts_from_the_tutorial_again(app):
    app.enter("experiments")
    app.button("Try it: learning rate 10").click()
    expect(app.page.locator("#warning-reason")).to_contain_text("stuck at 0 or 1")
    expect(app.page.locator("#run-words")).to_contain_text("rate 10,")
    expect(app.page.locator("#alpha")).to_have_value("10")
    expect(app.page.locator("#warning")).to_be_in_viewport(ratio=1)
    expect(app.button("Train")).to_be_in_viewport()
    expect(app.html).to_have_attribute("data-room", "learning")  # where the failure is seen
    app.enter("experiments")
    app.button("Try it: two hidden units").click()
    expect(app.field("Hidden units")).to_have_value("2")
    expect(app.field("Learning rate")).to_have_value("0.1")
    app.expect_state("finished", TRAINING)
    expect(app.accuracy).to_have_text("0.01 %")


def test_the_network_that_adds_random_numbers_forgets_a_long_carry(app):
    with app.inside("experiments"):
        app.button("Try it: 20,000 iterations").click()
    app.expect_iteration(20_000)
    app.expect_state("finished", TRAINING)
    app.add("2147483647", "1")
    expect(app.page.locator("#adder-verdict")).to_contain_text("wrong")
    with app.inside("proof"):
        app.button("Can it be proved?").click()
        app.button("Show it").click(timeout=TRAINING)
    expect(app.page.locator("#sentence")).to_contain_text(
        "1 of 32 bits wrong, the first at bit 30."
    )
    wrong = app.page.locator("#bit-grid tr.network .bit.wrong")
    expect(wrong).to_have_text("1")
    expect(app.page.locator("#columns-where")).to_have_text("Bits 24 to 31 of 32")


def test_two_units_with_biases_are_enough(app):
    app.enter("experiments")
    app.button("Try it: two hidden units with biases").click()
    expect(app.field("Biases")).to_have_value("yes")
    app.expect_iteration(40_000)
    expect(app.accuracy).to_have_text("100 %")


def test_both_presets_are_trained_side_by_side_and_the_run_is_left_alone(app):
    page = app.page
    app.enter("experiments")
    app.button("Train both").click()
    expect(page.locator("#presets-stage")).to_contain_text("training")
    app.button("Stop both").click()
    words = page.locator("#presets-words")
    expect(words).to_have_text("Stopped: nothing was compared.")
    app.button("Train both").click()
    expect(words).to_contain_text("“fixed” is proved right for numbers", timeout=TRAINING)
    facts = page.locator(".preset-outcomes tr").all_text_contents()
    assert facts[3] == "examples10,00016,000"
    old, new = re.findall(r"every sum right after ([\d,]+) examples", words.text_content())
    assert facts[4] == f"every sum right after{old}{new}"
    assert facts[6] == "numbers of any lengthneither proved nor refuted✓ proved"
    picture = page.locator(".preset-curves svg")
    expect(picture).to_have_attribute(
        "aria-label", re.compile(f"every sum right from {new} examples")
    )
    page.get_by_text("The curves in numbers").click()
    expect(page.locator(".preset-numbers tr")).to_have_count(41)
    expect(page.locator(".preset-numbers tr").last).to_contain_text("10,000100 %16,000100 %")
    assert app.iteration == 0
    assert app.state == "ready"
