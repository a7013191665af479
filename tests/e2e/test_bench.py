"""The page that measures speed: that it measures, whatever it measures."""

from playwright.sync_api import expect

from binadd.speed.contestants import contestants
from tests.e2e.app import BOOT, TRAINING

NAMES = [*(way.name for way in contestants()), "hand-written JavaScript"]


def test_measuring_fills_the_table_with_positive_numbers(page, site, watch):
    page.goto(f"{site}bench.html")
    measure = page.get_by_role("button", name="Measure")
    copy = page.get_by_role("button", name="Copy as Markdown")
    expect(measure).to_be_enabled(timeout=BOOT)
    expect(copy).to_be_disabled()
    measure.click()
    expect(measure).to_be_disabled()
    expect(page.locator("html")).to_have_attribute("data-state", "measured", timeout=TRAINING)
    expect(copy).to_be_enabled()
    rows = page.locator("#bench-rows tr")
    assert rows.locator("th").all_text_contents() == NAMES
    numbers = [float(one.get_attribute("value")) for one in rows.locator("data").all()]
    assert len(numbers) == 2 * len(NAMES)
    assert min(numbers) > 0
    assert numbers[1] == 1  # the ratio of the tutorial's loop to itself
    expect(page.locator("#bench-deviation")).to_contain_text("✓ the same work")
    expect(page.locator("#bench-milestones")).to_contain_text("all sums right and proved")
