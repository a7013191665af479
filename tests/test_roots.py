"""Each feature of the page has parts of its own, and its scripts look for them there alone."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from builder import features, site, templates
from builder.places import WEB

NAMES = [name for name, *_ in features.listed(WEB)]
SCRIPTS = sorted(set(WEB.rglob("*.js")) - set(WEB.rglob("*.test.js")))
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
INLINE = dict.fromkeys(site.INLINE, "")
TOLD = {"commit": "0123abc", "url": "", "preloads": [], "inline": INLINE, "failed": ""}
WHOLE = r"\bdocument\.(?:getElementById|getElementsBy\w+|querySelector\w*|addEventListener)\("
LOOKING = {  # the scripts of features that are about the page as a whole
    "explain/explain.js",  # every name on the page can be asked what it is
    "help/help.js",  # keys that are pressed anywhere, unless a dialog is open
    "log/wire.js",  # Escape closes the drawer
    "story/wire.js",  # the keys that turn to the next chapter
    "views/wire.js",  # the keys that change the view
    "stage/wire.js",  # a clicker's keys, unless a dialog or an explanation is open
}
BY_ID = {"drawing/dom.js", "shell/main.js", "shell/start.js", "bench/bench.js"}  # no features


class Markup(HTMLParser):
    """The outermost elements of some markup, and whose part each id is: the innermost feature's."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.outermost: list[tuple[str, str | None]] = []
        self.owners: dict[str, str | None] = {}
        self._open: list[tuple[str, str | None]] = []
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        owner = given.get("data-feature", self._open[-1][1] if self._open else None)
        if not self._open:
            self.outermost.append((tag, owner))
        if name := given.get("id"):
            self.owners[name] = owner
        if tag not in VOID:
            self._open.append((tag, owner))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag


def parts_of(name: str) -> list[str]:
    """What a feature puts into pages, block by block, without what others put into these."""
    made = templates.environment(WEB, TOLD)
    made.globals["place"] = lambda _: ""
    files = [file.relative_to(WEB) for file in sorted((WEB / "features" / name).glob("*.html"))]
    parts = []
    for each in (made.get_template(file.as_posix()) for file in files):
        blocks = [block(each.new_context()) for block in each.blocks.values()]
        parts += ["".join(block) for block in blocks] if blocks else [each.render()]
    return parts


def ids_sought(name: str) -> set[str]:
    """The ids that stand as they are in a feature's scripts, where it looks for its parts."""
    scripts = [file for file in SCRIPTS if file.parent == WEB / "features" / name]
    return {found for file in scripts for found in re.findall(r'\.find\(\s*"([^"]+)"', read(file))}


def read(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def called(file: Path) -> str:
    """The name of a script with that of its folder: `stage/wire.js`."""
    return f"{file.parent.name}/{file.name}"


PAGE = Markup(templates.render(WEB, ["index.html"], NAMES, TOLD)[0])


@pytest.mark.parametrize("name", NAMES)
def test_whatever_a_feature_puts_into_a_page_carries_its_name(name: str) -> None:
    outermost = [each for part in parts_of(name) for each in Markup(part).outermost]
    assert {owner for tag, owner in outermost if tag != "noscript"} == {name}


@pytest.mark.parametrize("name", NAMES)
def test_a_feature_looks_for_parts_that_are_its_own(name: str) -> None:
    sought = ids_sought(name)
    assert {found: PAGE.owners.get(found) for found in sought} == dict.fromkeys(sought, name)


def test_what_stands_within_another_feature_is_that_of_the_innermost() -> None:
    assert len([name for name in NAMES if ids_sought(name)]) > 20
    owners = [PAGE.owners[each] for each in ("seal", "machine", "failure", "recording", "sentence")]
    assert owners == ["proof", "machine", "recovery", "recording", "sum"]
    assert Markup('<p id="a" data-feature="x"><i id="b"></i></p><br id="c">').owners == {
        "a": "x",
        "b": "x",
        "c": None,
    }


def test_a_feature_searches_no_more_than_its_root_but_for_those_about_the_whole_page() -> None:
    own = [file for file in SCRIPTS if file.is_relative_to(WEB / "features")]
    assert {called(file) for file in own if re.search(WHOLE, read(file))} == LOOKING
    assert {called(file) for file in SCRIPTS if re.search(r"\bbyId\(", read(file))} == BY_ID


def test_the_state_of_the_page_touches_none_of_its_elements() -> None:
    sign = r"\bdocument\.(?:getElement|querySelector)|from \"\.\./drawing/(?:dom|root)\.js\""
    state = [file for file in SCRIPTS if file.parent == WEB / "state"]
    assert [file.name for file in state if re.search(sign, read(file))] == []
