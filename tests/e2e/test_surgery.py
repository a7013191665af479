"""Interventions on the network that is asked: what it loses, and that all can be undone."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.app import TRAINING


@pytest.fixture
def at_the_table(trained):
    """The trained network, where it is operated on."""
    trained.enter("memory")
    return trained


def operate(app, name):
    """Change the network, and come back to the sum."""
    with app.inside("memory"):
        if name == "Transplant":
            app.button("Swap the memory …").click()
        app.button(name).click()
        app.page.keyboard.press("Escape")  # what lies over the room, if anything does


def test_without_memory_just_the_sums_that_never_carry_are_left(at_the_table):
    trained, page = at_the_table, at_the_table.page
    trained.add("1", "1")
    expect(trained.answer).to_have_text("2")
    trained.button("Cut the memory").click()
    effect = page.locator("#change-effect")
    expect(effect).to_contain_text("2,187 of 16,384 sums right", timeout=TRAINING)
    expect(effect).to_contain_text("just the sums that never carry, all of them")
    expect(page.locator("#map-lead")).to_have_text(
        "Changed, after 10,000 iterations, it adds 2,187 of all 16,384 pairs."
    )
    expect(trained.answer).not_to_have_text("2")
    undo = page.locator("#guide-undo")
    expect(undo).to_be_hidden()  # it stands where the memory was cut
    trained.enter("learning")
    expect(page.locator("#guide")).to_have_text(
        "The network with its memory cut answers: 13.35\u00a0% of all sums right; "
        "training goes on with the true one, 100\u00a0%."
    )
    undo.press("Enter")
    expect(undo).to_be_hidden()
    expect(trained.button("Train")).to_be_focused()
    expect(trained.answer).to_have_text("2")
    expect(page.locator("#map-lead")).to_have_text(
        "After 10,000 iterations it adds every one of the 16,384 pairs."
    )


def test_a_unit_is_silenced_at_a_press_and_its_row_tells_what_that_does(at_the_table):
    page = at_the_table.page
    expect(page.locator("#lesions-date")).to_have_text(
        "Measured at iteration 10,000.", timeout=TRAINING
    )
    name = page.get_by_role("button", name=re.compile("^Silence unit 6:"))
    share = re.search(r"[\d.]+ %", name.get_attribute("aria-label") or "")
    assert share
    name.focus()
    name.press("Space")
    expect(page.locator("#change-effect")).to_contain_text(share.group(), timeout=TRAINING)
    expect(page.locator("#guide")).to_contain_text("with unit 6 silenced")
    name.press("Enter")
    expect(page.locator("#guide")).not_to_contain_text("silenced")


def test_a_transplanted_memory_brings_its_carry(at_the_table):
    trained = at_the_table
    trained.button("Swap the memory …").click()
    trained.button("Transplant").click()
    effect = trained.page.locator("#transplant-effect")
    expect(effect).to_contain_text("the network says 14.")
    expect(effect).to_contain_text("a schoolbook adder gets 14: ✓ the same.")
    trained.page.get_by_label("Donor, one number").fill("200")
    trained.button("Transplant").click()
    expect(effect).to_contain_text("donor's first number must have at most 7 bits")


def test_all_that_is_shown_is_of_the_changed_network_with_one_click_back(trained):
    page = trained.page
    sentence, guide = page.locator("#sentence"), page.locator("#guide")
    expect(sentence).to_contain_text("After 10,000 iterations: the network says")
    operate(trained, "Cut the memory")
    expect(guide).to_contain_text("The network with its memory cut answers")
    expect(sentence).to_contain_text("After 10,000 iterations, with its memory cut")
    said = page.locator("#bit-grid tr.network .bit").all_text_contents()
    first, second = (
        page.locator(f"#bit-grid tr.{name} .bit").all_text_contents()
        for name in ("first", "second")
    )
    apart = [str(int(a) ^ int(b)) for a, b in zip(first, second, strict=True)]
    assert said == apart  # bit by bit, and nothing is carried
    trained.button("Undo").click()
    expect(guide).to_contain_text("Every sum is right")
    expect(sentence).to_contain_text("After 10,000 iterations: the network says")
    trained.enter("memory")
    expect(trained.button("Cut the memory")).to_be_visible()


def test_slow_motion_shows_the_changed_network_too(trained):
    page = trained.page
    trained.field("Step size").select_option("1 bit")
    trained.button("Step").click()
    expect(page.locator("#sentence")).to_contain_text("Bit 0:")
    trained.button("Keep this").click()
    operate(trained, "Cut the memory")
    expect(page.locator("#sentence")).to_contain_text("with its memory cut")


def test_the_grid_shows_a_transplant_and_gives_the_memory_back(trained):
    page = trained.page
    operate(trained, "Transplant")
    sentence, label = page.locator("#sentence"), page.locator("#grid-change-words")
    expect(label).to_have_text("The network with the memory of 7 + 1 from bit 3 on")
    expect(sentence).to_contain_text("the network says 14, the sum is 6: 1 of 8 bits wrong.")
    expect(page.locator("#bit-grid tr.network .bit")).to_have_text([*"00001110"])
    trained.button("Back to the true network").click()
    expect(sentence).to_contain_text("Kept in sight, after 10,000 iterations: the network says 6")


def test_a_new_run_begins_unchanged(again):
    app = again
    app.enter("memory")
    app.button("Cut the memory").click()
    expect(app.html).to_have_attribute("data-changed", "")
    app.button("Reset").click()
    expect(app.html).not_to_have_attribute("data-changed", "")
    expect(app.button("Cut the memory")).to_be_enabled()
