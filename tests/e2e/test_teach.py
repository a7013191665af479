"""The page for teachers: found from the footer, readable by everybody, and fit for paper."""

import pytest
from playwright.sync_api import expect

from tests.e2e.axe import violations


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_for_teachers_is_accessible_and_nothing_scrolls_sideways(
    page, site, watch, scheme
):
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{site}teach.html")
    for width in (1280, 390, 320):
        page.set_viewport_size({"width": width, "height": 844})
        assert page.evaluate("document.documentElement.scrollWidth") == width
        assert violations(page) == []


def test_it_leads_to_every_chapter_and_puts_worksheet_and_answers_on_sheets_of_their_own(
    page, site, watch
):
    page.goto(f"{site}teach.html")
    links = page.locator(".times a")
    for number, link in enumerate(links.all(), 1):
        assert link.get_attribute("href") == f"./?view=story&chapter={number}"
    page.emulate_media(media="print")
    sheets = page.locator(".sheet-of-paper")
    for sheet in sheets.all():
        assert sheet.evaluate("(each) => getComputedStyle(each).breakBefore") == "page"
    expect(sheets).to_have_count(2)
