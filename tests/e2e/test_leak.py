"""How far one carry gets: the picture, its sentence, its table, and what is no length."""

import pytest
from playwright.sync_api import expect

from binadd.in_parts import finish
from binadd.inside.leak import leak_in_parts
from binadd.settings import Settings
from binadd.training.run import Run
from tests.e2e.app import TRAINING, App
from tests.e2e.axe import violations
from tests.e2e.layout import Sizes
from tests.e2e.test_embed import NOTE_QUESTIONS
from tests.e2e.test_square import SIZES

pytestmark = pytest.mark.usefixtures("returning")

LEAKING = "?room=proof#iterations=20000&at=20000"


@pytest.fixture
def leaking(page, site, watch):
    """The tutorial's network after 20,000 sums: right in all of them, and yet it leaks."""
    page.goto(site + LEAKING)
    app = App(page)
    app.expect_state("finished", TRAINING)
    return app


def ask(app: App, columns: str) -> None:
    app.field("Columns").fill(columns)
    app.field("Columns").press("Enter")


def table(app: App) -> list[list[str]]:
    return app.page.evaluate(
        "[...document.querySelectorAll('#leak-rows tr')]"
        ".map((row) => [...row.children].map((cell) => cell.textContent))"
    )


def test_a_leak_is_told_and_its_table_is_the_picture_and_the_package(leaking):
    page = leaking.page
    expect(page.locator("#leak-whole")).to_be_hidden()
    ask(leaking, "32")
    words = page.locator("#leak-words")
    expect(words).to_contain_text("It forgets at bit 30: the carry has leaked away")
    expect(page.locator("#leak-date")).to_have_text("The network after 20,000 iterations.")
    run = Run(Settings(iterations=20_000))
    run.advance(20_000)
    truth = finish(leak_in_parts(run.weights, 32, 8))
    page.locator("#leak-table summary").click()
    expect(page.locator("#leak-rows tr")).to_have_count(32)
    for bit, (number, output, writes, true_bit, read, carry) in enumerate(table(leaking)):
        assert number == str(bit)
        assert float(output) == pytest.approx(truth.added.outputs[bit], abs=0.001)
        assert float(read) == pytest.approx(truth.reading[bit], abs=0.001)
        assert (int(true_bit), int(carry)) == (truth.added.truth[bit], truth.carry[bit])
        assert writes == f"{truth.added.said[bit]}{' ✗' if bit in truth.added.wrong else ''}"
    expect(page.locator("#leak-curve .said")).to_have_count(32)
    expect(page.locator("#leak-curve .said.wrong")).to_have_count(len(truth.added.wrong))
    expect(page.locator("#leak-curve text.first-wrong")).to_have_text("✗ bit 30")


def test_a_thousand_columns_are_a_line_that_creeps_over_one_half(leaking):
    page = leaking.page
    ask(leaking, "1,000")
    expect(page.locator("#leak-words")).to_contain_text("It forgets at bit 30")
    points = page.evaluate(
        "document.querySelector('#leak-curve .output-line').getAttribute('d').split('L')"
        ".map((pair) => Number(pair.split(' ')[1]))"
    )
    half = float(page.locator("#leak-curve .half").get_attribute("y1"))
    assert len(points) == 1_000
    assert [height < half for height in points[28:32]] == [False, False, True, True]
    assert points[1:31] == sorted(points[1:31], reverse=True)
    crosses = page.locator("#leak-curve .wrong-marks").get_attribute("d").count("M")
    page.locator("#leak-table summary").click()
    expect(page.locator("#leak-rows tr")).to_have_count(1_000)
    expect(page.locator("#leak-rows tr.wrong")).to_have_count(crosses)


@pytest.mark.parametrize("bad", ["7", "1025", "many", "", "9" * 60, "31.5"])
def test_what_is_no_length_is_refused_beside_its_field_and_the_picture_stays(shared, bad):
    app = shared
    app.enter("proof")
    ask(app, "16")
    expect(app.page.locator("#leak-curve .said")).to_have_count(16)
    ask(app, bad)
    expect(app.error_of("Columns")).to_contain_text("whole number from 8 to 1,024")
    expect(app.field("Columns")).to_have_attribute("aria-invalid", "true")
    expect(app.page.locator("#leak-curve .said")).to_have_count(16)
    ask(app, "16")
    expect(app.error_of("Columns")).to_be_empty()
    app.button("Back to the room").click()


def test_it_is_live_while_training_goes_on_and_asks_nothing_before_it_is_asked(page, visit):
    page.add_init_script(NOTE_QUESTIONS)
    app = visit("?room=proof")
    app.start_long_run()
    app.until_answered()
    assert "leak" not in page.evaluate("questions")
    app.button("Let it carry").click()
    date = page.locator("#leak-date")
    expect(date).to_contain_text("iterations")
    first = date.text_content()
    expect(date).not_to_have_text(first)
    expect(page.locator("#seal")).to_be_hidden()  # the room is the picture's
    app.button("Back to the room").click()
    expect(page.locator("#seal")).to_be_visible()
    expect(app.field("Columns")).to_be_focused()


def test_a_cured_network_carries_through_and_a_new_one_has_not_learnt_to(visit):
    app = visit("?room=proof#alpha=2&biases=yes&iterations=2000")
    words = app.page.locator("#leak-words")
    ask(app, "256")
    expect(words).to_contain_text("it has not learnt to carry")
    app.train_to_the_end()
    expect(words).to_contain_text("The carry gets through all 256 columns", timeout=TRAINING)
    app.button("Reset").click()
    expect(words).to_contain_text("it has not learnt to carry")


def test_in_a_frame_it_is_open_at_once_and_says_not_yet_until_python_is_there(page, site, watch):
    page.goto(f"{site}?embed=leak")
    assert page.locator("#leak-words").text_content() == "Not yet."
    app = App(page)
    app.expect_state("ready")
    expect(page.locator("#leak-words")).to_contain_text("it has not learnt to carry")
    expect(app.button("Back to the room")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_leak_is_accessible_and_whole_on_every_screen(page, visit, scheme):
    page.emulate_media(color_scheme=scheme)
    app = visit("?embed=leak")
    expect(page.locator("#leak-curve .said")).to_have_count(32)
    page.locator("#leak-table summary").click()
    expect(page.locator("#leak-rows tr")).to_have_count(32)
    ask(app, "5")
    expect(app.error_of("Columns")).not_to_be_empty()
    assert violations(page) == []
    assert "\n".join(Sizes(page).faults("leak", SIZES)) == ""
