"""The Code view: the network's own lines with their values, pass by pass, and what each is for."""

import pytest
from playwright.sync_api import expect

from binadd.inside import through_time
from binadd.settings import Settings
from binadd.training.run import Run
from binadd.trying.written import ours
from tests.e2e.app import App
from tests.e2e.axe import violations

pytestmark = pytest.mark.usefixtures("returning")

SUM = (44, 87)
SIZES = [(1280, 800), (1920, 1080)]


def line_of(beginning: str, within: str = "backward") -> int:
    """The number of a line in our text."""
    lines = ours().splitlines()
    start = next(at for at, line in enumerate(lines) if line.startswith(f"def {within}("))
    found = [at for at, line in enumerate(lines, 1) if line.strip().startswith(beginning)]
    return next(at for at in found if at > start)


def row(app: App, beginning: str, within: str = "backward"):
    return app.page.locator(f"[data-line='{line_of(beginning, within)}']")


def values(app: App) -> list[float]:
    """The numbers that are told of the line that was asked last, of its last name."""
    told = app.page.locator("#what-values").inner_text().split(")")[-1]
    return [float(word.replace("−", "-")) for word in told.split()]


@pytest.fixture
def code(visit) -> App:
    app = visit("?view=code#pin=44,87")
    expect(app.page.locator("#code-sum")).to_have_text("44 + 87")
    return app


def looked_at(iterations: int = 0) -> through_time.View:
    run = Run(Settings())
    if iterations:
        run.advance(iterations)
    return through_time.look(run.weights, *SUM, 8)


def test_the_third_view_is_chosen_by_a_press_a_key_or_a_link_and_remembered(app):
    app.page.keyboard.press("Alt+3")
    expect(app.html).to_have_attribute("data-shows", "code")
    expect(app.page.locator(".code-view")).to_be_visible()
    expect(app.page.locator(".instrument")).to_be_hidden()
    app.page.goto(app.page.url.split("?")[0])
    expect(app.html).to_have_attribute("data-shows", "code")
    app.page.locator(".views").get_by_text("Lab").click()
    expect(app.page.locator(".code-view")).to_be_hidden()


def test_a_line_has_the_value_of_its_pass(code):
    truth = looked_at()
    code.page.locator("#pass").fill("10")
    row(code, "blame =").locator(".ask").click()
    blame = truth.blame_now[5] + truth.blame_later[5]
    assert values(code) == pytest.approx(blame, abs=6e-4)
    code.page.locator("#pass").press("ArrowRight")
    expect(code.page.locator("#pass-words")).to_have_text("t = 4, back")
    assert values(code) == pytest.approx(truth.blame_now[4] + truth.blame_later[4], abs=6e-4)
    expect(row(code, "blame =").locator(".shape")).to_have_text("(16,)")


def test_what_has_not_been_computed_yet_has_no_value(code):
    code.page.locator("#pass").fill("7")
    expect(row(code, "d_output =").locator(".strip")).to_be_empty()
    code.page.locator("#pass").fill("8")
    expect(row(code, "d_output =").locator("svg")).to_be_visible()
    expect(row(code, "w_hh=").locator(".strip")).to_be_empty()
    code.page.locator("#pass").fill("15")
    expect(row(code, "w_hh=").locator("svg")).to_be_visible()
    expect(row(code, "w_hh=").locator(".shape")).to_have_text("(16, 16)")


def test_the_values_follow_the_training(code):
    code.page.keyboard.press("Alt+2")
    code.page.locator("#step-size").select_option("100")
    code.button("Step").click()
    code.expect_iteration(100)
    code.page.keyboard.press("Alt+3")
    expect(code.page.locator("#code-after")).to_have_text("after 100 sums")
    code.page.locator("#pass").fill("8")
    row(code, "d_output =").locator(".ask").click()
    assert values(code) == pytest.approx(looked_at(100).d_output, abs=6e-4)


def test_shapes_of_a_products_sides_are_told(code):
    code.page.get_by_role("tab", name="forward").click()
    row(code, "hidden[t + 1] =", "forward").locator(".ask").click()
    told = code.page.locator("#what-values")
    expect(told).to_contain_text("(2,) @ (2, 16) and (16,) @ (16, 16).")


def test_every_line_says_what_it_is_for_by_the_arrow_keys_alone(code):
    said = set()
    for name in ("sigmoid", "initial_weights", "forward", "loss", "backward", "descend", "train"):
        code.page.get_by_role("tab", name=name).click()
        panel = code.page.locator(f"#code-{name}")
        lines = panel.locator("li").count()
        panel.locator(".ask").first.focus()
        code.page.keyboard.press("Enter")
        for _ in range(lines):
            said.add(code.page.locator("#what-words").inner_text())
            code.page.keyboard.press("ArrowDown")
        expect(panel.locator(".ask").last).to_be_focused()
        expect(code.page.locator("#what-line")).to_have_text(f"{name}, line {lines}.")
    assert len(said) > 45


def test_tabs_are_reached_by_arrow_keys(code):
    code.page.get_by_role("tab", name="backward").focus()
    code.page.keyboard.press("ArrowLeft")
    expect(code.page.get_by_role("tab", name="loss")).to_be_focused()
    expect(code.page.locator("#code-loss")).to_be_visible()
    expect(code.page.locator("#code-backward")).to_be_hidden()


def test_the_tutorials_names_take_the_place_of_ours_and_back(code):
    blame = row(code, "w_hh=").locator("code")
    expect(blame).to_have_text("w_hh=hidden[:-1].T @ d_hidden,")
    code.button("the tutorial’s names").click()
    expect(blame).to_have_text("synapse_h_update=layer_1_values[:-1].T @ layer_1_deltas,")
    code.button("our names").click()
    expect(blame).to_have_text("w_hh=hidden[:-1].T @ d_hidden,")


def test_a_name_lights_up_in_code_and_picture_both_ways(code):
    lit = code.page.locator(".code-view .lit")
    row(code, "blame =").locator("[data-name=d_output]").hover()
    assert set(lit.evaluate_all("(all) => all.map((one) => one.dataset.name)")) == {"d_output"}
    code.page.locator("#code-picture [data-name=hidden] .frame").first.hover()
    expect(code.page.locator("#code-picture g.lit")).to_have_attribute("data-name", "hidden")
    expect(code.page.locator(".code-view span.lit").first).to_have_attribute("data-name", "hidden")


def test_a_name_stays_lit_while_the_picture_is_drawn_anew(code):
    code.page.locator("#pass").focus()
    code.page.locator("#code-picture [data-name=hidden] .frame").first.hover()
    lit = code.page.locator("#code-picture g.lit")
    expect(lit).to_have_attribute("data-name", "hidden")
    code.page.keyboard.press("ArrowRight")
    expect(
        code.page.locator("#code-picture [data-name=hidden] .frame:not(.not-yet)")
    ).to_have_count(2)
    expect(lit).to_have_attribute("data-name", "hidden")


def test_the_picture_shows_what_is_known_at_the_pass(code):
    picture = code.page.locator("#code-picture")
    code.page.locator("#pass").fill("2")
    expect(picture.locator("[data-name=hidden] .frame:not(.not-yet)")).to_have_count(3)
    expect(picture.locator("[data-name=d_hidden] .frame")).to_have_count(0)
    code.page.locator("#pass").fill("10")
    expect(picture.locator("[data-name=hidden] .frame:not(.not-yet)")).to_have_count(8)
    expect(picture.locator("[data-name=d_hidden] .frame:not(.not-yet)")).to_have_count(3)


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_view_fits_a_laptop_and_a_projector(code, width, height):
    code.page.set_viewport_size({"width": width, "height": height})
    code.page.locator("#pass").fill("15")
    for name, line in (
        ("backward", "d_output ="),
        ("backward", "inputs, hidden"),
        ("train", "exa"),
    ):
        code.page.get_by_role("tab", name=name).click()
        row(code, line, name).locator(".ask").click()
        tall, wide = code.page.evaluate(
            "[document.documentElement.scrollHeight, document.documentElement.scrollWidth]"
        )
        assert (tall, wide) <= (height, width)


def test_nobody_is_kept_out_of_it(code):
    code.page.locator("#pass").fill("10")
    row(code, "blame =").locator(".ask").click()
    assert violations(code.page) == []


@pytest.mark.parametrize("width", [320, 390])
def test_nothing_is_cut_off_on_a_phone(code, width):
    code.page.set_viewport_size({"width": width, "height": 800})
    assert code.page.evaluate("document.documentElement.scrollWidth") == width
    cut = """[...document.querySelectorAll(".code-view *")]
      .filter((part) => part.checkVisibility())
      .filter((part) => part.getBoundingClientRect().right > innerWidth + 1)
      .map((part) => part.outerHTML.slice(0, 80))"""
    assert code.page.evaluate(cut) == []


def test_another_width_of_sums_has_other_passes(visit):
    app = visit("?view=code#bits=5&hidden=3&pin=3,9")
    expect(app.page.locator("#pass")).to_have_attribute("max", "9")
    expect(app.page.locator("#code-picture .column")).to_have_count(5)
    expect(row(app, "def backward")).to_be_visible()
