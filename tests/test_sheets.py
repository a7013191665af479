"""The style sheets of the pages: one each, in the order of the rooms, whole to their end."""

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


def test_the_mark_of_a_whole_style_sheet_is_its_very_end():
    rules = MADE["page.css"].decode().split("}")
    assert "--whole: yes;" in rules[-2]
    assert rules[-1].strip() == ""
    assert not [each for each in WEB.rglob("*.css") if "--whole:" in each.read_text("utf-8")]


def test_no_style_sheet_is_left_out():
    every = b"".join(MADE.values())
    assert [each for each in WEB.rglob("*.css") if served(each) not in every] == []


@pytest.mark.parametrize("name", MADE)
def test_the_built_site_has_these_sheets(name):
    assert (DIST / name).read_bytes() == plain(name, MADE[name])


@pytest.mark.parametrize("sheet", sorted(WEB.rglob("*.css")), ids=lambda sheet: sheet.name)
def test_lines_that_are_kept_free_are_counted_in_lines(sheet):
    assert re.findall(r"min-height: [\d.]+em", sheet.read_text(encoding="utf-8")) == []
