"""Theme, help, explanations and the table behind the picture."""

import pytest
from playwright.sync_api import expect

from tests.e2e.app import App

PAPER = "getComputedStyle(document.body).backgroundColor"
LIGHT, DARK = "rgb(247, 244, 238)", "rgb(18, 17, 15)"


def test_the_theme_follows_the_system_until_one_is_chosen_and_is_remembered(app):
    page = app.page
    assert page.evaluate(PAPER) == LIGHT
    page.emulate_media(color_scheme="dark")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    assert page.evaluate(PAPER) == DARK
    app.field("Theme").select_option("light")
    assert page.evaluate(PAPER) == LIGHT
    page.reload(wait_until="commit")
    expect(page.locator("html")).to_have_attribute("data-theme", "light")
    expect(app.field("Theme")).to_have_value("light")
    assert page.evaluate(PAPER) == LIGHT
    app.expect_state("ready")


def test_the_theme_is_there_before_the_first_paint(page, site, watch):
    page.add_init_script(
        """requestAnimationFrame(() => {
          globalThis.first = document.documentElement.dataset.theme;
        });
        try { localStorage.setItem("theme", "dark"); } catch {}"""
    )
    page.goto(site, wait_until="commit")
    app = App(page)
    app.expect_state("ready")
    assert page.evaluate("first") == "dark"
    assert page.evaluate(PAPER) == DARK


def test_the_chart_is_drawn_in_the_colours_of_the_theme(app):
    chart = app.page.locator("#error-trace canvas")
    pixels = "(canvas) => canvas.toDataURL()"
    app.button("Step").click()
    app.expect_iteration(1)
    before = chart.evaluate(pixels)
    app.field("Theme").select_option("dark")
    assert chart.evaluate(pixels) != before


@pytest.mark.parametrize("key", ["error", "exact"])
def test_a_number_says_what_it_is_and_shows_the_code(app, key):
    app.page.locator(f"[data-explain={key}]").first.click()
    card = app.page.locator("#explanation")
    expect(card).to_be_visible()
    code = card.locator("summary")
    expect(code).to_contain_text(":")
    code.click()
    expect(card.locator("pre")).to_contain_text("def ")
    app.page.keyboard.press("Escape")
    expect(card).not_to_be_visible()
    expect(app.page.locator(f"[data-explain={key}]").first).to_be_focused()


def test_the_measurements_stand_in_a_table(app):
    app.field("Step size").select_option("100")
    for step in range(1, 6):
        app.button("Step").click()
        app.expect_iteration(100 * step)
    app.page.locator("#trace-table summary").click()
    rows = app.page.locator("#trace-rows tr")
    expect(rows).to_have_count(3)  # the start, and two points of the curve
    expect(rows.last).to_contain_text("500")
    expect(rows.last).to_contain_text("16,384")
