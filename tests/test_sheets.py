"""The style sheets of the pages: one each, in the order of the rooms, whole to their end."""

import re

import pytest

from builder import features, sheets
from builder.places import DIST, WEB
from builder.plain import plain

VENDORED = {name: f"/* {name} */".encode() for name in sheets.VENDORED}
MADE = sheets.of(WEB, VENDORED)
ROOMS = [*sorted((WEB / "shell").glob("*.css")), *sorted((WEB / "drawing").glob("*.css"))]


def test_the_page_has_all_of_shell_and_drawing_and_then_the_features_as_they_are_listed():
    page = MADE["page.css"]
    parts = [*VENDORED.values(), *(each.read_bytes() for each in [*ROOMS, *features.styles(WEB)])]
    places = [page.index(part) for part in parts]
    assert len(places) > 40
    assert places == sorted(places)


def test_the_mark_of_a_whole_style_sheet_is_its_very_end():
    rules = MADE["page.css"].decode().split("}")
    assert "--whole: yes;" in rules[-2]
    assert rules[-1].strip() == ""
    assert not [each for each in WEB.rglob("*.css") if "--whole:" in each.read_text("utf-8")]


def test_no_style_sheet_is_left_out():
    every = b"".join(MADE.values())
    assert [each for each in WEB.rglob("*.css") if each.read_bytes() not in every] == []


@pytest.mark.parametrize("name", MADE)
def test_what_is_served_are_these_rules(name):
    served = (DIST / name).read_text("ascii")
    own = plain(name, MADE[name]).decode("ascii")
    assert served.endswith(own[own.index("/* Buttons") if "/* Buttons" in own else 0 :])


@pytest.mark.parametrize("sheet", sorted(WEB.rglob("*.css")), ids=lambda sheet: sheet.name)
def test_lines_that_are_kept_free_are_counted_in_lines(sheet):
    assert re.findall(r"min-height: [\d.]+em", sheet.read_text(encoding="utf-8")) == []
