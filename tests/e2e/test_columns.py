"""One sum, column by column: slow motion, speed, the pinned sum, and what is remembered."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.e2e.app import TRAINING
from tests.e2e.columns import ask, decimal, row

PRINTED = (Path(__file__).parent.parent / "golden" / "seed0_printed.txt").read_text()


PER_ITERATION = """new Promise((done) => {  // milliseconds, on the average of fifteen
  const iteration = () => Number(document.documentElement.dataset.iteration);
  const [begun, first] = [performance.now(), iteration()];
  const look = () => {
    if (iteration() < first + 15) requestAnimationFrame(look);
    else done((performance.now() - begun) / (iteration() - first));
  };
  look();
})"""


@pytest.fixture
def app(again):
    """Most tests of this file can do with a page that was used before."""
    return again


def step_one_bit(app):
    app.field("Step size").select_option("1 bit")
    app.button("Step").click()


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


def test_bit_by_bit_training_pauses_at_once_goes_on_and_changes_to_full_speed(clock, visit):
    app = visit("")
    sentence = app.page.locator("#sentence")
    app.field("Speed").select_option("bit by bit")
    app.button("Train").click()
    app.expect_state("running")
    expect(sentence).to_contain_text("Bit 1:")
    app.button("Pause").click()
    told = sentence.text_content()
    assert app.state == "ready"
    clock.run_for(10_000)
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
    assert 1500 / 40 <= app.page.evaluate(PER_ITERATION) <= 1500 / 2
    app.field("Speed").select_option("bit by bit")
    expect(sentence).to_contain_text("Bit 0:")
    assert app.state == "running"
    app.button("Reset").click()
    app.expect_state("ready")
    app.expect_iteration(0)


WIDE = (str(2**31 - 1), "1")


def test_a_wide_sum_is_shown_by_a_window_of_columns_that_opens_at_its_first_wrong_bit(
    app, sentence
):
    places = row(app, "bit-grid", "position"), row(app, "hidden-states", "position")
    ask(app, *WIDE)
    expect(sentence).to_contain_text(
        "the network says 0, the sum is 2,147,483,648: 1 of 32 bits wrong, the first at bit 31."
    )
    expect(row(app, "bit-grid", "sum")).to_have_text([*"10000000"])
    for cells in places:
        expect(cells).to_have_text([str(bit) for bit in range(31, 23, -1)])
    app.field("Lowest bit in sight").focus()
    app.page.keyboard.press("Home")
    where = app.page.locator("#columns-where")
    expect(where).to_have_text("Bits 0 to 7 of 32")
    expect(row(app, "bit-grid", "carry")).to_have_text([*"11111110"])
    assert row(app, "hidden-states", "carry").all_text_contents() == [*"11111111"]
    app.button("Higher bits").click()
    expect(where).to_have_text("Bits 8 to 15 of 32")
    app.button("First wrong bit").click()
    expect(where).to_have_text("Bits 24 to 31 of 32")
    expect(app.page).to_have_url(re.compile("#pin=2147483647,1"))
    app.button("Let go").click()
    expect(where).to_be_hidden()


def test_slow_motion_carries_the_window_along_and_finds_the_wrong_bit(app, sentence):
    ask(app, *WIDE)
    expect(sentence).to_contain_text("32 bits")
    step_one_bit(app)
    for _ in range(11):
        app.button("Step").click()
    expect(sentence).to_contain_text("Bit 11: 1 + 0 and a carry of 1 make 10")
    places = row(app, "bit-grid", "position").all_text_contents()
    assert places == [str(bit) for bit in range(14, 6, -1)]
    expect(row(app, "bit-grid", "network").first).to_have_text("·")
    app.button("First wrong bit").click()
    expect(sentence).to_contain_text("Bit 31: 0 + 0 and a carry of 1 make 1")
    expect(sentence).to_contain_text("which is wrong")
    assert app.iteration == 0


def test_the_widest_sum_draws_its_window_only(app, sentence):
    ask(app, str(2**1024 - 1), "1")
    expect(sentence).to_contain_text("1 of 1,025 bits wrong, the first at bit 1024")
    assert row(app, "bit-grid", "network").count() == 8
    assert row(app, "hidden-states", "all").count() == 8
    expect(decimal(app, "first")).to_have_text("1.8·10³⁰⁸")


def test_memory_and_grid_show_the_same_sum_and_the_carry_is_read_from_the_memory(trained):
    app = trained
    into, out = row(app, "bit-grid", "carry"), row(app, "hidden-states", "carry")
    expect(out.first).to_have_text("0")
    assert out.all_text_contents()[1:] == into.all_text_contents()[:-1]
    assert row(app, "hidden-states", "all").all_text_contents() == out.all_text_contents()
    expect(app.page.locator("#hidden-states .all .share")).to_have_text("100 %")
    words = app.page.locator("#carry-words")
    expect(words).to_have_text(
        re.compile(r"^All together 100 %, before training 9\d\.\d\d % already; without looking 6")
    )


def test_the_states_stand_under_the_bits_of_the_sum_that_the_grid_shows(visit):
    app = visit("?embed=grid,states")
    for name in ("position", "first", "second"):
        there = row(app, "bit-grid", name).all_text_contents()
        assert len(there) == 8
        expect(row(app, "hidden-states", name)).to_have_text(there)
    middles = """[...document.querySelectorAll("#hidden-states %s")].map((cell) => {
      const box = cell.getBoundingClientRect();
      return box.left + box.width / 2;
    })"""
    bits = app.page.evaluate(middles % ".position .bit")
    assert len(bits) == 8
    for states in ("tbody tr:first-child .state", "tbody tr:last-child .state", ".all .bit"):
        assert app.page.evaluate(middles % states) == pytest.approx(bits, abs=0.5)


def test_the_widest_network_fits_and_is_read(app):
    app.field("Bits").fill("16")
    app.field("Hidden units").fill("64")
    app.button("Reset").click()
    expect(row(app, "hidden-states", "unit")).to_have_count(16)
    first = row(app, "hidden-states", "unit").first
    expect(first).to_have_text(re.compile(r"\.\d\d"), timeout=TRAINING)
    app.button("Train").click()
    expect(app.page.locator("#sentence")).to_contain_text(re.compile(r"After [\d,]+ iterations"))
    app.button("Pause").click()


def test_grid_trace_and_map_stand_on_the_first_screen_of_a_laptop(app):
    for part in (".grid-panel", ".trace-panel", ".map-panel"):
        box = app.page.locator(part).bounding_box()
        assert box["y"] + box["height"] <= 800, part
