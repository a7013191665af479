"""The style sheets of the pages: one each, in the order of the rooms."""

import re

import pytest

from builder import features, sheets
from builder.places import DIST, MODULES, WEB
from builder.plain import plain

VENDORED = {
    "pyscript/core.css": MODULES / "@pyscript" / "core" / "dist" / "core.css",
    "vendor/uPlot.min.css": MODULES / "uplot" / "dist" / "uPlot.min.css",
}
MADE = sheets.of(WEB, VENDORED)
ROOMS = [*sorted((WEB / "shell").glob("*.css")), *sorted((WEB / "drawing").glob("*.css"))]


def served(file):
    return sheets.slim(file.read_text("utf-8")).encode()


def test_the_page_has_all_of_shell_and_drawing_and_then_the_features_as_they_are_listed():
    page = MADE["page.css"]
    parts = [*map(served, [*VENDORED.values(), *ROOMS, *features.styles(WEB)])]
    places = [page.index(part) for part in parts]
    assert len(places) > 40
    assert places == sorted(places)


def test_comments_and_indentation_stay_at_home_and_strings_are_left_alone():
    text = '/* a\n"b */\n.c {\n  content: "/* d */";\n}\n\n/* e */ i {}\n'
    assert sheets.slim(text) == '.c {\ncontent: "/* d */";\n}\ni {}'


def test_no_style_sheet_is_left_out():
    every = b"".join(MADE.values())
    assert [each for each in WEB.rglob("*.css") if served(each) not in every] == []


@pytest.mark.parametrize("name", sorted(MADE))
def test_the_built_site_has_these_sheets(name):
    sheet = plain(name, MADE[name])
    if name == "page.css":  # it comes with the page, which paints nothing without it
        assert b"<style>" + sheet + b"</style>" in (DIST / "index.html").read_bytes()
    else:
        assert (DIST / name).read_bytes() == sheet


@pytest.mark.parametrize("sheet", sorted(WEB.rglob("*.css")), ids=lambda sheet: sheet.name)
def test_lines_that_are_kept_free_are_counted_in_lines(sheet):
    assert re.findall(r"min-height: [\d.]+em", sheet.read_text(encoding="utf-8")) == []
