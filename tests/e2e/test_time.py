"""The run's past: zoomed, read by keyboard, and brought back."""

import re
from pathlib import Path

from playwright.sync_api import expect

from tests.e2e.app import TRAINING, App
from tests.e2e.conftest import Watch

PRINTED = (Path(__file__).parent.parent / "golden" / "seed0_printed.txt").read_text().strip()
BLOCK = "------------\n"


def rewind(app, iteration):
    app.field("Rewind to iteration").fill(str(iteration))
    app.expect_iteration(iteration)
    app.expect_state("paused")


def blocks(app):
    return app.page.locator("#log").inner_text().count("------------")


def test_a_rewind_brings_an_iteration_back_and_training_on_leads_to_the_same_numbers(again):
    app = again
    expect(app.field("Rewind to iteration")).to_be_disabled()
    app.train_to_the_end()
    app.page.locator("#exact-of").wait_for()
    rewind(app, 2_500)
    expect(app.page.locator("#iteration")).to_have_text("2,500")
    expect(app.page.locator("#rewind-note")).to_have_text("grey: done before")
    expect(app.page.locator("#error-trace")).to_have_attribute(
        "aria-label", re.compile("up to iteration 2,")
    )
    expect(app.accuracy).not_to_have_text("100 %")
    assert blocks(app) == 3
    assert PRINTED.startswith(app.page.locator("#log").inner_text().strip())
    rewind(app, 9_000)  # forth as well as back
    expect(app.accuracy).to_have_text("100 %")
    assert blocks(app) == 9
    rewind(app, 0)
    assert blocks(app) == 0
    app.train_to_the_end()
    expect(app.page.locator("#log")).to_have_text(PRINTED)
    expect(app.page.locator("#rewind-note")).to_have_text("")


def test_dragging_asks_now_and_then_and_at_last_for_where_the_knob_is(trained):
    app = trained
    slider = app.field("Rewind to iteration")
    box = slider.bounding_box()
    middle = box["y"] + box["height"] / 2
    app.page.mouse.move(box["x"] + box["width"] - 8, middle)
    app.page.mouse.down()
    for part in range(20):
        app.page.mouse.move(box["x"] + box["width"] * (0.95 - part / 40), middle)
    app.page.mouse.up()
    wanted = int(slider.input_value())
    assert 4_000 < wanted < 5_500
    app.expect_iteration(wanted)
    app.expect_state("paused")
    slider.focus()
    app.page.keyboard.press("ArrowLeft")
    app.expect_iteration(wanted - 1)


def test_the_knob_stands_under_the_iteration_that_the_trace_shows(trained):
    app = trained
    rewind(app, 5_000)
    plot = app.page.locator("#error-trace .u-over").bounding_box()
    slider = app.field("Rewind to iteration").bounding_box()
    middle = slider["x"] + slider["width"] / 2
    assert abs(middle - (plot["x"] + plot["width"] / 2)) < 2


def test_a_drag_over_the_chart_zooms_and_the_whole_run_comes_back(trained):
    app = trained
    slider = app.field("Rewind to iteration")
    plot = app.page.locator("#error-trace .u-over")
    box = plot.bounding_box()
    whole = app.button("Whole run")
    expect(whole).to_be_hidden()
    for back in (lambda: whole.click(), lambda: plot.dblclick(), lambda: press(app, "Escape")):
        app.page.mouse.move(box["x"] + box["width"] * 0.4, box["y"] + 30)
        app.page.mouse.down()
        app.page.mouse.move(box["x"] + box["width"] * 0.6, box["y"] + 30, steps=4)
        app.page.mouse.up()
        expect(slider).to_have_attribute("min", re.compile(r"^(39|40)\d\d$"))
        expect(slider).to_have_attribute("max", re.compile(r"^(59|60)\d\d$"))
        back()
        expect(slider).to_have_attribute("max", "10000")
        expect(whole).to_be_hidden()


def press(app, key):
    app.page.locator("#error-trace").focus()
    app.page.keyboard.press(key)


def test_arrow_keys_move_the_reading_and_say_it(trained):
    app = trained
    where = app.page.locator("#trace-where")
    press(app, "Home")
    expect(where).to_have_text(re.compile("^iterations? 0"))
    press(app, "ArrowRight")
    expect(where).to_have_text(re.compile("^iterations? [89]|1[01]"))
    expect(app.page.locator("#trace-spoken")).to_contain_text("sums right")
    press(app, "+")
    expect(app.button("Whole run")).to_be_visible()
    press(app, "Escape")
    expect(app.button("Whole run")).to_be_hidden()


def test_the_moment_it_clicks_is_named_and_the_lines_by_carry_length_can_be_read(trained):
    app = trained
    trace = app.page.locator("#error-trace")
    label = trace.get_attribute("aria-label")
    clicked = int(re.search(r"most sums right at ([\d,]+)", label).group(1).replace(",", ""))
    assert 4_000 < clicked < 6_500
    app.field("by carry length").check()
    expect(app.page.locator(".of-ripples b")).to_have_text(" · ".join(["100"] * 8))
    app.field("log scale").check()
    expect(trace.locator("canvas")).to_have_count(1)
    app.button("Step").click()
    app.expect_iteration(10_001)


def test_a_frozen_network_is_said_above_the_controls_with_two_ways_out(again):
    app = again
    app.field("Learning rate").fill("100")
    app.button("Reset").click()
    app.button("Train").click()
    warning = app.page.get_by_role("alert").filter(has_text="stuck at 0 or 1")
    expect(warning).to_contain_text("Training stopped at iteration")
    app.expect_state("paused")
    app.button("Go back to iteration 0").click()
    app.expect_iteration(0)
    expect(warning).to_be_hidden()
    app.button("Train").click()
    expect(warning).to_be_visible()
    app.button("Reset with learning rate 10").click()
    expect(warning).to_be_hidden()
    app.expect_state("ready")
    expect(app.field("Learning rate")).to_have_value("10")
    app.button("Train").click()
    expect(warning).to_contain_text("Going on may free them")
    expect(warning).not_to_contain_text("stopped")
    app.expect_state("finished", TRAINING)


def test_nothing_moves_when_a_warning_comes_and_it_can_be_dismissed(again):
    app = again
    app.field("Learning rate").fill("100")
    app.button("Reset").click()
    before = app.button("Train").bounding_box()
    app.button("Train").click()
    dismiss = app.button("Dismiss")
    expect(dismiss).to_be_visible()
    app.expect_state("paused")
    assert app.button("Train").bounding_box() == before
    dismiss.click()
    expect(dismiss).to_be_hidden()


def finger(page, session, points):
    """Lay a finger down, move it over the points and lift it."""
    kinds = ["touchStart", *["touchMove"] * (len(points) - 1)]
    for kind, (x, y) in zip(kinds, points, strict=True):
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y}]})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def test_a_finger_zooms_sideways_and_scrolls_the_page_up_and_down(browser, site):
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    page = context.new_page()
    watch = Watch(page, site)
    page.goto(f"{site}#iterations=400")
    app = App(page)
    app.expect_state("ready")
    app.train_to_the_end()
    session = context.new_cdp_session(page)
    chart = page.locator("#error-trace")
    chart.evaluate("(chart) => chart.scrollIntoView({ block: 'center' })")
    box = chart.locator(".u-over").bounding_box()
    middle = box["y"] + box["height"] / 2
    across = [box["x"] + box["width"] * part / 10 for part in range(4, 8)]
    finger(page, session, [(x, middle) for x in across])
    slider = app.field("Rewind to iteration")
    expect(slider).to_have_attribute("min", re.compile(r"^1[56]\d$"))
    expect(slider).to_have_attribute("max", re.compile(r"^2[78]\d$"))
    app.button("Whole run").click()
    expect(slider).to_have_attribute("max", "400")
    before = page.evaluate("scrollY")
    finger(page, session, [(across[0], middle - 20 * part) for part in range(8)])
    app.until(f"scrollY > {before + 50}")
    expect(slider).to_have_attribute("max", "400")
    assert watch.complaints == []
    context.close()
