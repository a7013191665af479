"""What the network knows: the map of all pairs, carries, the proof, the machine, weights."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from binadd.judging import checker
from tests.e2e.app import TRAINING

COLOURS = """() => {
  const canvas = document.querySelector("#map-canvas");
  const copy = new OffscreenCanvas(canvas.width, canvas.height);
  const context = copy.getContext("2d", { willReadFrequently: true });
  context.drawImage(canvas, 0, 0);
  const { data } = context.getImageData(0, 0, copy.width, copy.height);
  return [canvas.width, new Set(new Uint32Array(data.buffer)).size];
}"""


@pytest.fixture
def app(again):
    """Most tests of this file can do with a page that was used before."""
    return again


def begin(visit, **texts):
    """A run, by the address: it knows settings that have no field."""
    app = visit("#" + "&".join(f"{name}={value}" for name, value in texts.items()))
    expect(app.page.locator("#map-lead")).to_contain_text("pairs", timeout=TRAINING)
    return app


def test_the_map_tries_every_pair_and_shows_carries_alone_when_all_are_right(app):
    lead = app.page.locator("#map-lead")
    expect(lead).to_have_text("Before any training it adds 2 of all 16,384 pairs.")
    width, colours = app.page.evaluate(COLOURS)
    assert width == 128
    assert colours > 3
    app.train_to_the_end()
    expect(lead).to_have_text("After 10,000 iterations it adds every one of the 16,384 pairs.")
    assert app.page.evaluate(COLOURS) == [128, 8]  # a carry runs over none to seven bits
    expect(app.page.locator("#map-canvas")).to_have_attribute("aria-label", re.compile("100 %"))
    rows = app.page.locator("#per-ripple li b")
    expect(rows).to_have_text(["100 %"] * 8)


def test_a_pair_is_named_under_the_pointer_and_asked_by_a_click(app):
    plane, reading = app.page.locator("#map-plane canvas"), app.page.locator("#map-reading")
    expect(app.page.locator("#map-lead")).to_contain_text("2 of all")
    box = plane.bounding_box()
    pixel = box["width"] / 128
    assert pixel == box["height"] / 128
    plane.hover(position={"x": 37.5 * pixel, "y": (127 - 91 + 0.5) * pixel})
    expect(reading).to_have_text(re.compile(r"37 \+ 91 = 128: (right|\d bits? wrong)"))
    assert plane.bounding_box() == box  # nothing moves away under the pointer
    plane.click(position={"x": 9.5 * pixel, "y": (127 - 60 + 0.5) * pixel})
    expect(app.page.locator("#adder-question")).to_have_text("9 + 60 =")
    expect(app.field("First number")).to_have_value("9")
    expect(app.page.locator("#map-plane .pinned")).to_be_visible()


def test_the_map_is_walked_with_the_arrow_keys(app):
    plane, reading = app.page.locator("#map-plane"), app.page.locator("#map-reading")
    plane.focus()
    plane.press("ArrowRight")
    plane.press("Shift+ArrowUp")
    expect(reading).to_have_text(re.compile(r"1 \+ 8 = 9: "))
    plane.press("Enter")
    expect(app.page.locator("#adder-question")).to_have_text("1 + 8 =")


def test_wide_sums_are_sampled_and_shown_bit_by_bit(visit):
    app = begin(visit, bits=12)
    expect(app.page.locator("#map-lead")).to_contain_text("a sample of 16,384 pairs")
    expect(app.page.locator("#map-lead")).to_contain_text("there are 4,194,304")
    expect(app.page.locator("#map-whole")).to_be_hidden()
    expect(app.page.locator("#per-bit li")).to_have_count(12)


def test_a_fixed_network_is_proved_by_itself_and_the_seal_knows_its_iteration(visit):
    app = begin(visit, alpha=2, iterations=2000, biases="yes")
    app.train_to_the_end()
    app.enter("proof")
    seal = app.page.locator("#seal")
    expect(seal).to_have_attribute("data-verdict", "proved", timeout=TRAINING)
    expect(seal).to_contain_text("adds numbers of any length")
    expect(seal).to_contain_text(re.compile(r"\d+ boxes hold every state"))
    expect(app.page.locator("#seal-date")).to_have_text("The network of iteration 2,000.")
    with app.inside("learning"):
        app.page.locator("#rewind").press("Home")
        expect(app.page.locator("#seal-date")).to_contain_text("rewound since")
    app.button("Train").click()
    app.expect_state("finished")
    expect(app.page.locator("#seal-date")).to_have_text("The network of iteration 2,000.")
    app.button("Train").click()
    expect(app.page.locator("#seal-date")).to_contain_text("trained further since")


def test_a_proof_can_be_saved_and_convinces_the_checker(visit):
    app = begin(visit, alpha=2, iterations=2000, biases="yes")
    app.train_to_the_end()
    app.enter("proof")
    expect(app.page.locator("#seal")).to_have_attribute("data-verdict", "proved", timeout=TRAINING)
    with app.page.expect_download() as download:
        app.button("Save the proof").click()
    content = Path(download.value.path()).read_bytes()
    assert checker.check_text(content).startswith("Checked: the network of 16 hidden units")
    said = app.page.locator("#certificate-words")
    expect(said).to_contain_text("Saved: the proof for the network of iteration 2,000.")


def test_the_untrained_network_is_refuted_and_the_wrong_sum_can_be_shown(app):
    app.enter("proof")
    app.button("Can it be proved?").click()
    seal = app.page.locator("#seal")
    expect(seal).to_have_attribute("data-verdict", "fails", timeout=TRAINING)
    expect(seal).to_contain_text("comes out wrong, first at bit")
    app.button("Show it").click()
    expect(app.page.locator("#adder-verdict")).to_contain_text("wrong")
    app.enter("learning")
    expect(app.page.locator("#map-plane .pinned")).to_be_visible()


def test_a_trained_network_has_become_a_full_adder_of_four_states(trained):
    app = trained
    app.enter("proof")
    app.button("Which machine is it?").click()
    machine = app.page.locator("#machine")
    lead = app.page.locator("#machine-lead")
    expect(lead).to_have_text("It has become a full adder", timeout=TRAINING)
    expect(machine.locator("tbody tr")).to_have_count(4)
    expect(machine.locator("svg .state")).to_have_count(4)
    expect(machine.locator("svg .way")).to_have_count(12)
    expect(machine.get_by_role("img", name=re.compile("Diagram of the full adder"))).to_be_visible()
    expect(app.page.locator("#machine-words")).to_contain_text("100 % of long random sums alike")


def test_every_weight_can_be_read_and_both_derivatives_stand_side_by_side(app):
    app.enter("memory")
    plane, reading = app.page.locator("#weights-plane"), app.page.locator("#weights-reading")
    plane.focus()
    plane.press("ArrowDown")
    for _ in range(5):
        plane.press("ArrowRight")
    expect(reading).to_have_text(re.compile(r"From unit 3 to unit 1: w_hh\[3, 1\] = [+−][\d.]+\."))
    plane.press("Enter")
    values = app.page.locator("#derivative-values dd")
    expect(values).to_have_count(2)
    analytic, numeric = (float(text.replace("−", "-")) for text in values.all_inner_texts())
    assert abs(analytic - numeric) < 1e-8


def test_the_change_since_the_start_is_nothing_before_any_training(app):
    app.enter("memory")
    app.page.get_by_label("Change since the start").check()
    app.page.locator("#weights-plane").focus()
    app.page.locator("#weights-plane").press("ArrowRight")
    reading, nothing = app.page.locator("#weights-reading"), re.compile(r"changed by \+0\.$")
    expect(reading).to_have_text(nothing)
    app.train_to_the_end()
    app.page.locator("#weights-plane").press("ArrowRight")
    expect(reading).to_contain_text("changed by ")
    expect(reading).not_to_have_text(nothing)
