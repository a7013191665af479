"""The page of licences: every text can be unfolded and reached, on a phone too, by keyboard too."""

import pytest
from playwright.sync_api import expect

from tests.e2e.axe import violations


@pytest.fixture
def licences(page, site, watch):
    page.goto(f"{site}licences.html")
    return page


def work(page, name: str):
    return page.locator(".component").filter(has=page.get_by_role("heading", name=name, exact=True))


def test_a_work_shows_its_notice_and_unfolds_its_text(licences):
    zlib = work(licences, "zlib")
    expect(zlib).to_contain_text("Copyright (C) 1995-2024 Jean-loup Gailly and Mark Adler")
    text = zlib.get_by_text("This software is provided 'as-is'")
    expect(text).to_be_hidden()
    zlib.locator("summary").focus()
    licences.keyboard.press("Enter")
    expect(text).to_be_visible()


def test_a_text_that_stands_elsewhere_unfolds_when_it_is_asked_for(licences):
    link = work(licences, "libffi").get_by_role("link", name="MIT", exact=True)
    text = licences.locator(link.get_attribute("href"))
    expect(text).to_be_hidden()
    link.focus()
    licences.keyboard.press("Enter")
    expect(text).to_be_visible()
    expect(text).to_be_in_viewport()
    expect(text).to_contain_text("Permission is hereby granted, free of charge")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_keeps_anybody_out_with_every_text_unfolded_on_a_phone(licences, scheme):
    licences.set_viewport_size({"width": 390, "height": 844})
    licences.emulate_media(color_scheme=scheme)
    licences.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
    assert licences.evaluate("document.documentElement.scrollWidth") == 390
    assert violations(licences) == []
