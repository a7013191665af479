"""The page that measures speed: that it measures, whatever it measures."""

import pytest
from playwright.sync_api import expect

from binadd.ways import ways
from tests.e2e.conftest import BOOT, TRAINING

NAMES = [*(way.name for way in ways()), "hand-written JavaScript"]


@pytest.fixture
def bench_page(page, site, watch):
    page.goto(f"{site}bench.html")
    expect(page.get_by_role("button", name="Measure")).to_be_enabled(timeout=BOOT)
    return page


def test_measuring_fills_the_table_with_positive_numbers(bench_page):
    bench_page.get_by_role("button", name="Measure").click()
    expect(bench_page.get_by_role("button", name="Measure")).to_be_disabled()
    expect(bench_page.locator("html")).to_have_attribute("data-state", "measured", timeout=TRAINING)
    rows = bench_page.locator("#bench-rows tr")
    assert rows.locator("th").all_text_contents() == NAMES
    numbers = [float(one.get_attribute("value")) for one in rows.locator("data").all()]
    assert len(numbers) == 2 * len(NAMES)
    assert min(numbers) > 0
    assert numbers[1] == 1  # the ratio of the tutorial's loop to itself
    expect(bench_page.locator("#bench-deviation")).to_contain_text("✓ the same work")


def test_the_table_can_be_copied_only_when_there_is_one(bench_page):
    expect(bench_page.get_by_role("button", name="Copy as Markdown")).to_be_disabled()
    expect(bench_page.locator("#bench-machine")).to_contain_text("Chromium")
    expect(bench_page.get_by_role("link")).to_have_attribute("href", "./index.html")
