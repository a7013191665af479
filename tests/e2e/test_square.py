"""Two hidden units as a square: live, step by step, with a table that says the same."""

import re

import numpy as np
import pytest
from playwright.sync_api import expect

from binadd.in_parts import finish
from binadd.inside.unit_square import square_in_parts
from binadd.training.run import Run
from tests.e2e.app import TRAINING, App
from tests.e2e.axe import violations
from tests.e2e.layout import Sizes
from tests.e2e.test_embed import NOTE_QUESTIONS
from tests.test_page import TWO_UNITS

pytestmark = pytest.mark.usefixtures("returning")

LINK = "#hidden=2&biases=yes&alpha=0.5&seed=31&iterations=40000"
TRAINED = f"{LINK}&at=40000"
SIZES = [(320, 16), (390, 16), (1280, 16), (1920, 16), (390, 32)]

# Where the points of each group and its large mark are drawn, in the units of the square.
DRAWN = """() => {
  const svg = document.querySelector("#square-picture");
  const box = (part) => Object.fromEntries(
    ["x", "y", "width", "height"].map((name) => [name, Number(part.getAttribute(name))]));
  const ground = box(svg.querySelector(".ground"));
  const place = (d) => {
    const pairs = [...d.matchAll(/-?[\\d.]+ -?[\\d.]+/g)];
    const numbers = pairs.map(([pair]) => pair.split(" ").map(Number));
    const middle = [0, 1].map((axis) => {
      const all = numbers.map((pair) => pair[axis]);
      return (Math.min(...all) + Math.max(...all)) / 2;
    });
    return [(middle[0] - ground.x) / ground.width, 1 - (middle[1] - ground.y) / ground.height];
  };
  return [0, 1, 2, 3].map((met) => {
    const marks = svg.querySelector(`.met-${met}:not(.large)`).getAttribute("d").split("z");
    const shapes = marks.filter(Boolean);
    const cornered = met > 0 ? shapes.map((mark) => place(mark)) : [];
    return [shapes.length, cornered];
  });
}"""


def opened(app: App) -> App:
    """The panel grown in its place."""
    app.enter("memory")
    app.button("Show the square").click()
    expect(app.page.locator("#square-way tr").first).to_be_visible(timeout=TRAINING)
    return app


@pytest.fixture
def two(page, site, watch):
    """Two units that have learnt to add, and their square."""
    page.goto(site + TRAINED)
    app = App(page)
    app.expect_state("finished", TRAINING)
    return opened(app)


def groups(app: App) -> list[list[str]]:
    rows = app.page.locator("#square-groups tr").all()
    return [row.locator("th, td").all_text_contents() for row in rows]


def test_another_network_is_told_what_a_square_would_show_and_led_to_one_of_two_units(app):
    page = app.page
    app.enter("memory")
    expect(page.locator("#square-words")).to_contain_text("With two hidden units, not 16, every")
    expect(page.locator("#square-whole")).to_be_hidden()
    app.button("Train two units").click()
    words = "8 bits, 2 hidden units with biases, rate 0.5, 40,000 sums, seed 31"
    expect(page.locator("#run-words")).to_have_text(words)
    expect(page.locator("#square-picture .ground")).to_be_visible()
    app.expect_state("running")
    lead = page.locator("#square-lead")
    expect(lead).to_contain_text(re.compile(r"After [1-3]?\d?,?\d+ iterations"))
    first = lead.text_content()
    expect(lead).not_to_have_text(first)  # it is live
    expect(page.locator("#square-sum")).to_contain_text("when training rests")
    app.expect_iteration(40_000)
    expect(lead).to_have_text(re.compile(r"^Four places.* After 40,000 iterations .* in 100 %\.$"))


def test_the_table_is_the_picture_and_both_are_what_the_package_finds(two):
    run = Run(TWO_UNITS)
    run.advance(40_000)
    truth = finish(square_in_parts(run.weights, 8))
    drawn = two.page.evaluate(DRAWN)
    for met, (cells, (marks, places)) in enumerate(zip(groups(two), drawn, strict=True)):
        ones, states, centre, farthest = cells
        assert ones == str(met)
        assert int(states) == marks == truth.sizes[met]
        told = [float(number) for number in centre.split(", ")]
        assert told == pytest.approx(truth.centres[met], abs=0.002)
        assert float(farthest) == pytest.approx(truth.radii[met], abs=0.002)
        if places:  # a circle is written in another way
            away = np.hypot(*(np.array(places) - told).T)
            assert away.max() < float(farthest) + 0.02


def test_a_sum_goes_its_way_step_by_step_by_the_keyboard_and_is_told_in_words(two):
    page = two.page
    rows = page.locator("#square-way tr")
    expect(rows).to_have_count(8)
    expect(page.locator("#square-way tr.to-come")).to_have_count(0)
    said = page.locator("#square-said")
    page.locator("#square-step").focus()
    for step in range(8):
        page.keyboard.press("Enter")
        expect(page.locator("#square-way tr.current th")).to_have_text(str(step))
        expect(page.locator("#square-way tr.to-come")).to_have_count(7 - step)
        expect(said).to_contain_text(f"Bit {step}: ")
        expect(page.locator("#square-picture .newest text")).to_contain_text(str(step))
    page.locator("#square-back").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#square-way tr.current th")).to_have_text("6")
    numbers = page.locator("#square-picture .step text").all_text_contents()
    told = {int(each) for text in numbers for each in _spelt_out(text)}
    assert told == set(range(7))


def _spelt_out(text: str) -> list[int]:
    """Read numbers as the picture has them: "1, 4–6" is 1, 4, 5, 6."""
    found: list[int] = []
    for span in text.split(", "):
        first, _, last = span.partition("–")
        found += range(int(first), int(last or first) + 1)
    return found


def test_another_sums_memory_makes_the_point_jump_and_brings_its_carry(two):
    page = two.page
    row = page.locator("#square-way tr").nth(3)
    before = row.text_content()
    two.button("Put another sum’s memory in").click()
    expect(page.locator("#square-picture .jump")).to_have_count(1)
    said = page.locator("#square-said")
    expect(said).to_contain_text(re.compile(r"^Before bit 3 it has the state of (7 \+ 1|0 \+ 0)"))
    told = r"that carry (\d+) is right; the network says (\d+)\.$"
    expected, says = re.search(told, said.text_content()).groups()
    assert expected == says
    expect(row).not_to_have_text(before)
    two.button("Give it its own back").click()
    expect(page.locator("#square-picture .jump")).to_have_count(0)
    expect(row).to_have_text(before)


def test_a_changed_network_is_seen_in_the_square_and_named(two):
    lead = two.page.locator("#square-lead")
    two.button("Back to the room").click()
    two.button("Cut the memory").click()
    two.button("Show the square").click()
    expect(lead).to_have_text(
        re.compile(r"^Its memory is cut\. (One|Two|Three) places? can be told")
    )


def test_what_is_folded_asks_nothing_and_what_is_open_makes_way_for_the_room_again(page, visit):
    page.add_init_script(NOTE_QUESTIONS)
    app = visit("?room=memory" + LINK)
    app.button("Step").click()
    app.expect_iteration(1)
    app.until_answered()
    assert not {"square", "way"} & set(page.evaluate("questions"))
    opened(app)
    assert {"square", "way"} <= set(page.evaluate("questions"))
    expect(page.locator("#states-panel")).to_be_hidden()
    app.enter("learning")
    expect(page.locator("#square-panel")).to_be_hidden()
    app.enter("memory")
    app.button("Back to the room").click()
    expect(page.locator("#states-panel")).to_be_visible()
    expect(app.button("Show the square")).to_be_focused()


def test_in_a_frame_it_is_open_at_once_and_says_not_yet_until_python_is_there(page, site, watch):
    page.goto(f"{site}?embed=square{LINK}")
    assert "Not yet" in page.locator("#square-lead").text_content()
    app = App(page)
    app.expect_state("ready")
    expect(page.locator("#square-lead")).to_contain_text("Before any training")
    expect(app.button("Show the square")).to_be_hidden()
    app.button("Step").click()
    expect(page.locator("#square-way tr")).to_have_count(8)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_square_is_accessible_whole_on_every_screen_and_still_if_motion_is_not_wanted(
    page, visit, scheme
):
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    app = visit("?embed=square" + LINK)
    app.button("Step").click()
    expect(page.locator("#square-way tr")).to_have_count(8)
    page.locator("#square-step").click()
    moving = "document.querySelector('#square-picture').getAnimations({ subtree: true }).length"
    assert page.evaluate(moving) == 0
    assert violations(page) == []
    assert "\n".join(Sizes(page).faults("square", SIZES)) == ""
