"""The page's last style sheet ends in the rule by which the page knows that all of them came."""

import re

from builder.places import WEB

SHEET = re.compile(r'<link rel="stylesheet" href="\./([^"]+)">')


def test_the_mark_of_a_whole_style_sheet_is_its_very_end():
    last = SHEET.findall((WEB / "index.html").read_text(encoding="utf-8"))[-1]
    rules = (WEB / last).read_text(encoding="utf-8").split("}")
    assert "--whole: yes;" in rules[-2]
    assert rules[-1].strip() == ""
    assert sum("--whole:" in sheet.read_text(encoding="utf-8") for sheet in WEB.rglob("*.css")) == 1
