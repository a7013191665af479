"""One sum, column by column: slow motion, speed, the pinned sum, and what is remembered."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import TRAINING

PRINTED = (Path(__file__).parent.parent / "golden" / "seed0_printed.txt").read_text()


@pytest.fixture
def sentence(app):
    return app.page.locator("#sentence")


def row(app, table: str, name: str):
    """The cells of a row for the bits, the highest bit first."""
    return app.page.locator(f"#{table} tr.{name} .bit")


def decimal(app, name: str):
    return app.page.locator(f"#bit-grid tr.{name} .decimal")


def step_one_bit(app):
    app.field("Step size").select_option("1 bit")
    app.button("Step").click()


def shares(app) -> list[str]:
    """What the meter says: of all units, of the best one, by chance."""
    return app.page.locator(".carry-meter b").all_text_contents()


def test_a_step_of_one_bit_uncovers_a_column_and_after_the_last_trains_once(app, sentence):
    network, written = row(app, "bit-grid", "network"), row(app, "bit-grid", "sum")
    step_one_bit(app)
    expect(sentence).to_have_text(
        "Bit 0: 1 + 0 make 1: write 1, carry 0. The network says 1 (.52)."
    )
    expect(written).to_have_text(["·"] * 7 + ["1"])
    expect(app.page.locator("#bit-grid td.current")).to_have_count(6)
    for _ in range(3):
        app.button("Step").click()
    expect(sentence).to_contain_text("Bit 3: 1 + 1 make 10: write 0, carry 1.")
    expect(network).to_have_text([*"····0001"])
    assert app.iteration == 0
    for _ in range(4):
        app.button("Step").click()
    expect(network).to_have_text([*"00000001"])
    expect(decimal(app, "network")).to_have_text("1")
    app.button("Step").click()
    expect(sentence).to_contain_text("moves every weight")
    app.expect_iteration(1)
    app.button("Step").click()
    expect(sentence).to_contain_text("Bit 0: 1 + 1 make 10")
    expect(decimal(app, "first")).to_have_text("91")


def test_bit_by_bit_training_pauses_at_once_goes_on_and_changes_to_full_speed(app, sentence):
    app.field("Speed").select_option("bit by bit")
    app.button("Train").click()
    app.expect_state("running")
    expect(sentence).to_contain_text("Bit 1:")
    app.button("Pause").click()
    told = sentence.text_content()
    assert app.state == "ready"
    app.page.evaluate("new Promise((done) => setTimeout(done, 900))")
    assert sentence.text_content() == told
    app.button("Train").click()
    app.expect_iteration(1)
    assert app.state == "running"
    app.field("Speed").select_option("full speed")
    app.expect_state("finished", TRAINING)
    assert app.iteration == 10_000
    expect(app.page.locator("#log")).to_have_text(PRINTED.strip())


def test_the_speed_can_be_changed_while_it_trains(app, sentence):
    app.field("Speed").select_option("10 a second")
    app.button("Train").click()
    app.expect_state("running")
    app.page.evaluate("new Promise((done) => setTimeout(done, 1500))")
    assert 2 <= app.iteration <= 40
    app.field("Speed").select_option("bit by bit")
    expect(sentence).to_contain_text("Bit 0:")
    assert app.state == "running"
    app.button("Reset").click()
    app.expect_state("ready")
    app.expect_iteration(0)


def test_a_pinned_sum_stays_in_sight_while_the_network_learns_it(app, sentence):
    expect(row(app, "hidden-states", "all").first).to_have_text(re.compile("[01]"))
    app.button("Pin this sum").click()
    expect(sentence).to_contain_text(
        "Pinned, before any training: the network says 1, the sum is 69"
    )
    app.train_to_the_end()
    expect(sentence).to_contain_text(
        "Pinned, after 10,000 iterations: the network says 69, the sum is 69: all 8 bits right."
    )
    expect(decimal(app, "first")).to_have_text("9")
    app.button("Unpin").click()
    expect(sentence).to_contain_text("Iteration 9,999")


def test_a_pinned_sum_stays_when_the_network_learns_shorter_ones(app, sentence):
    app.button("Pin this sum").click()
    expect(app.button("Unpin")).to_be_visible()
    app.field("Bits").fill("4")
    app.button("Reset").click()
    expect(row(app, "hidden-states", "unit")).to_have_count(7)
    expect(sentence).to_contain_text("the sum is 69:")
    app.button("Unpin").click()
    expect(row(app, "hidden-states", "unit")).to_have_count(4)
    expect(row(app, "bit-grid", "sum")).to_have_count(4)


def test_memory_and_grid_show_the_same_sum_and_the_carry_is_read_from_the_memory(app):
    app.train_to_the_end()
    into, out = row(app, "bit-grid", "carry"), row(app, "hidden-states", "carry")
    expect(out.first).to_have_text("0")
    assert out.all_text_contents()[1:] == into.all_text_contents()[:-1]
    assert row(app, "hidden-states", "all").all_text_contents() == out.all_text_contents()
    assert shares(app)[0] == "100 %"
    words = app.page.locator("#carry-words")
    expect(words).to_contain_text(re.compile(r"5-bit sums\. Before training it was 9\d\.\d\d %"))


def test_the_columns_of_the_memory_stand_under_those_of_the_grid(app):
    middles = """[...document.querySelectorAll("%s .position .bit")].map((bit) => {
      const box = bit.getBoundingClientRect();
      return box.left + box.width / 2;
    })"""
    grid, states = (app.page.evaluate(middles % table) for table in ("#bit-grid", "#hidden-states"))
    assert len(grid) == 8
    assert states == pytest.approx(grid, abs=0.5)


def test_a_unit_is_chosen_with_the_arrow_keys_and_tells_its_match_and_its_weights(app):
    expect(row(app, "hidden-states", "unit").first).to_have_text(re.compile(r"\.\d\d"))
    units = app.page.get_by_role("slider", name="Hidden unit")
    units.focus()
    app.page.keyboard.press("Home")
    app.page.keyboard.press("ArrowDown")
    expect(units).to_have_attribute("aria-valuenow", "1")
    story = app.page.locator("#unit-story")
    expect(story).to_contain_text(re.compile(r"Unit 1 alone tells the carry in \d\d\.\d\d %"))
    expect(story).to_contain_text(re.compile(r"Its weights: [+−]\d\.\d\d from the first number"))
    app.page.locator(".unit-handle").hover(position={"x": 100, "y": 3})
    expect(units).to_have_attribute("aria-valuenow", "0")


def test_the_widest_network_fits_and_is_read(app):
    app.field("Bits").fill("16")
    app.field("Hidden units").fill("64")
    app.button("Reset").click()
    expect(row(app, "hidden-states", "unit")).to_have_count(16)
    first = row(app, "hidden-states", "unit").first
    expect(first).to_have_text(re.compile(r"\.\d\d"), timeout=TRAINING)
    app.button("Train").click()
    expect(app.page.locator("#sentence")).to_contain_text(re.compile(r"Iteration \d"))
    app.button("Pause").click()


def test_grid_and_trace_stand_on_the_first_screen_of_a_laptop(app):
    for part in (".grid-panel", ".trace-panel"):
        box = app.page.locator(part).bounding_box()
        assert box["y"] + box["height"] <= 800
