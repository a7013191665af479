"""Follow the blame: every number and picture of its five beats is what Python computes."""

import re

import numpy as np
import pytest
from playwright.sync_api import expect

from binadd.inside.through_time import derivative
from binadd.settings import Settings
from binadd.training.run import Run
from tests.e2e.following import beat, close, computed, follow, numbers, row, step, values

pytestmark = pytest.mark.usefixtures("returning")

AREAS = """[...document.querySelectorAll(".push .area")].map((box) =>
  ["width", "height"].map((side) => Number(box.getAttribute(side))))"""
FRAMED = """["width", "height"].map((side) =>
  Number(document.querySelector(".push .most").getAttribute(side)))"""
OWN = """[...document.querySelectorAll(".layer .own")].map((part) => part.getBBox().height)"""
PARTS = """[...document.querySelectorAll(".reach .chosen .part")].map((part) =>
  Number(part.style.getPropertyValue("--part")))"""


def test_what_is_missed_and_pushed_is_what_python_computes_and_the_boxes_are_their_product(app):
    step(app)
    follow(app)
    taught = computed(app, 1)
    assert values(app, "miss") == close(taught.errors)
    beat(app, 2)
    assert values(app, "slope") == close(taught.slopes)
    assert values(app, "push") == close(taught.d_output)
    wide, high = app.page.evaluate(FRAMED)
    for (width, height), slope, error in zip(
        app.page.evaluate(AREAS), taught.slopes, taught.errors, strict=True
    ):
        assert width / wide == pytest.approx(4 * slope)
        assert height / high == pytest.approx(abs(error))
    assert row(app, "locked") == ["yes" if slope < 0.02 else "–" for slope in taught.slopes]


def test_the_surely_wrong_are_locked(visit):
    app = visit("#alpha=10")
    step(app, "10")  # after two updates every output is nearly one
    follow(app)
    beat(app, 2)
    assert row(app, "locked") == 8 * ["yes"]
    expect(app.page.locator(".still .lock")).to_have_count(8)
    expect(app.page.locator("#blame-words")).to_contain_text("8 of 8 are locked")


def test_the_ribbon_is_as_wide_as_the_blame_and_each_column_begins_with_its_own_part(app):
    step(app)
    follow(app)
    beat(app, 3)
    taught = computed(app, 1)
    assert values(app, "size") == close(taught.sizes)
    assert values(app, "later") == close(taught.later)
    assert values(app, "own") == close(np.diag(taught.reach))
    own = app.page.evaluate(OWN)[::-1]  # drawn from the highest output down or up: by column
    together = taught.reach.sum(axis=0)
    expected = taught.sizes * np.diag(taught.reach) / together
    shares = np.array(own) / max(own), expected / expected.max()
    assert shares[0] == pytest.approx(shares[1], abs=0.02)


def test_an_output_alone_leaves_its_ribbon_and_its_row_in_proportion_or_over_powers_of_ten(app):
    page = app.page
    step(app)
    follow(app)
    beat(app, 3)
    expect(page.locator(".layer")).to_have_count(8)
    page.locator(".output-button").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".output-button").first).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".layer")).to_have_count(1)
    expect(page.locator(".reach .chosen [scope=row]")).to_have_text("from bit 7")
    taught = computed(app, 1)
    shares = (taught.reach[7] / taught.reach[7, 7])[::-1]
    assert page.evaluate(PARTS) == pytest.approx(shares.tolist(), abs=1e-3)
    last = page.locator(".reach .chosen .part").last
    expect(last).to_have_text(f"1/{round(1 / shares[-1])}")
    expect(page.locator("#blame-words")).to_contain_text(f"{last.text_content()} at bit 0")
    page.locator("#blame-log").check()
    expected = np.maximum(0, 1 + np.log10(shares) / 4)
    assert page.evaluate(PARTS) == pytest.approx(expected.tolist(), abs=1e-3)
    app.button("All outputs").click()
    expect(page.locator(".layer")).to_have_count(8)


def test_any_weight_shows_what_each_column_adds_and_its_derivative_as_it_is_measured(app):
    page = app.page
    step(app)
    follow(app)
    beat(app, 4)
    run = Run(Settings())
    run.advance(1)
    taught = computed(app, 1)
    for array, label, source, target in (
        ("w_hh", "w_hh[3, 4]", 3, 4),
        ("w_xh", "w_xh[1, 4]", 1, 4),
        ("w_hy", "w_hy[3]", 3, 0),
    ):
        page.locator("#blame-array").select_option(array)
        page.locator("#blame-from").select_option(str(source))
        page.locator("#blame-to").select_option(str(target))
        expect(page.locator(".lesson .weight [scope=row]")).to_have_text(label)
        index = (source,) if array == "w_hy" else (source, target)
        both = derivative(run.weights, numbers(app, 8), array, index)
        analytic, numeric = page.locator("#blame-both dd").all()
        expect(analytic).to_have_text(f"{both.analytic:.6e}".replace("e-0", "e-").replace("-", "−"))
        shown = [float(each.text_content().replace("−", "-")) for each in (analytic, numeric)]
        assert shown == pytest.approx([both.analytic, both.numeric], abs=1e-8)
        shares = getattr(taught.gradient, array)[(slice(None), *index)]
        assert values(app, "weight") == close(shares)
        assert shares.sum() == pytest.approx(both.analytic)


def test_the_step_is_made_and_the_error_told_before_and_after_it(app):
    step(app)
    follow(app)
    beat(app, 5)
    taught = computed(app, 1)
    assert [float(each) for each in row(app, "now")] == pytest.approx(taught.outputs, abs=6e-5)
    then = [float(each) for each in row(app, "afterwards")]
    assert then == pytest.approx(taught.outputs_after, abs=6e-5)
    expect(app.page.locator("#blame-words")).to_contain_text("fifty times too far")
    app.button("Next").click()
    words = app.page.locator("#blame-words")
    expect(words).to_contain_text("in its true size")
    before, after = map(
        float, re.search(r"from ([\d.]+) to ([\d.]+)\.", words.text_content()).groups()
    )
    assert before == pytest.approx(taught.loss_before, rel=0.01)
    assert after == pytest.approx(taught.loss_after, rel=0.01)
    assert after < before


def test_with_the_memory_cut_no_blame_leaves_its_column(trained):
    app = trained
    app.enter("memory")
    app.button("Cut the memory").click()
    follow(app)
    beat(app, 3)
    app.page.locator(".output-button").first.click()
    words = app.page.locator("#blame-words")
    expect(words).to_contain_text("after 10,000 iterations, with its memory cut")
    expect(words).to_contain_text("nowhere but to its own column")
    assert app.page.locator(".reach .chosen .part").all_text_contents() == ["1"] + 7 * ["–"]
    app.button("Close").click()
    app.button("Undo").click()
