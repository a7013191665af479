"""The one list of features: markup, styles and the names of panels follow from it."""

import json
import re
import subprocess
from html.parser import HTMLParser
from itertools import chain
from pathlib import Path

import pytest

from builder import features, node
from builder.places import MODULES, WEB
from builder.report import BuildError
from tests.built import page

FEATURES = features.listed(WEB)
NAMES = [name for name, *_ in FEATURES]
PANELS = [panel for _, *rest in FEATURES for panel in rest]
BOXES = ("section", "form", "dialog")
ALWAYS = {"deck", "guide"}  # are shown whatever a frame chooses
STYLES = features.styles(WEB)
COMMENT = re.compile(r"/\*.*?\*/|\{#.*?#\}", re.DOTALL)
GIVEN = re.compile(r'(?:class|id)="([^"]*)"')
NAMED = re.compile(r"[.#](-?[a-zA-Z_][\w-]*)")


class Panels(HTMLParser):
    """The classes of the children of the instrument, and the names by which a frame shows them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[set[str], list[str]]] = []
        self._depth = 0  # of sections and forms within the instrument
        self.feed(text[text.index('<div class="instrument"') : text.index("</main>")])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BOXES:
            if self._depth == 0:
                given = dict(attrs)
                names = (given.get("data-panel") or "").split()
                self.found.append((set((given["class"] or "").split()), names))
            self._depth += 1

    def handle_endtag(self, tag: str) -> None:
        self._depth -= tag in BOXES


def test_the_list_says_the_same_to_the_builder_and_to_the_page() -> None:
    told = f"import {{ FEATURES }} from {json.dumps((WEB / features.LIST).as_uri())};"
    program = f"{told} console.log(JSON.stringify(FEATURES))"
    command = [node.program(), "--input-type=module", "-e", program]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert [tuple(each) for each in json.loads(done.stdout)] == FEATURES


def test_a_panel_says_its_name_and_stands_where_the_list_says() -> None:
    found = [names for classes, names in Panels(page("index.html")).found if not ALWAYS & classes]
    assert all(found)
    assert set(chain(*found)) == set(PANELS)
    first = dict.fromkeys(first for first, *_ in found)  # a panel can stand in two parts
    assert list(first) == PANELS


@pytest.fixture
def web(tmp_path: Path) -> Path:
    for name in ("one", "two"):
        (tmp_path / "features" / name).mkdir(parents=True)
        (tmp_path / "features" / name / f"{name}.css").write_text(f".{name} {{}}")
    (tmp_path / "shell").mkdir()
    return tmp_path


def write(web: Path, listed: str) -> None:
    (web / features.LIST).write_text(f"// words\nexport const FEATURES = {listed};\n")


def test_styles_come_in_the_order_of_the_list(web: Path) -> None:
    write(web, '[\n  ["two", "2"],\n  ["one"],\n]')
    (web / "features" / "two" / "also.css").write_text("")
    assert features.listed(web) == [("two", "2"), ("one",)]
    assert [sheet.name for sheet in features.styles(web)] == ["also.css", "two.css", "one.css"]


def test_the_wiring_of_all_that_has_one_comes_in_the_order_of_the_list(web: Path) -> None:
    (web / "features" / "one" / "wire.js").write_text("")
    write(web, '[["two"], ["one", "1"]]')
    assert features.wires(web).decode() == (
        'import { wire as wire0 } from "../features/one/wire.js";\n'
        'export const WIRES = [["one", wire0]];\n'
    )


@pytest.mark.parametrize(
    ("listed", "refusal"),
    [
        ('[["one"]]', r"web/features/two is not in the list of web/shell/features\.js"),
        ('[["one"], ["two"], ["three"]]', "names three: no such folder is in web/features"),
        ('[["one"], ["two"], ["one"]]', "names one more than once"),
        ("[one, two]", "must hold .* with texts alone"),
        ("", "must hold"),
    ],
)
def test_a_list_that_is_wrong_is_refused(web: Path, listed: str, refusal: str) -> None:
    write(web, listed)
    with pytest.raises(BuildError, match=refusal):
        features.listed(web)


def words_in(*files: Path) -> set[str]:
    """Every word of some files: an id or a class that stands in one of them is among these."""
    return {word for file in files for word in re.findall(r"[\w-]+", file.read_text("utf-8"))}


def parts_in(*files: Path) -> set[str]:
    """The ids and classes that some templates give to what is in them."""
    given = [each for file in files for each in GIVEN.findall(file.read_text("utf-8"))]
    return {word for each in given for word in each.split()}


def selected(sheet: Path) -> list[set[str]]:
    """The classes and ids that each rule of a style sheet names, outside of attributes' values."""
    text = COMMENT.sub("", sheet.read_text(encoding="utf-8"))
    preludes = [prelude.rpartition(";")[2] for prelude in re.split(r"[{}]", text)]
    rules = [prelude.strip() for prelude in preludes if not prelude.strip().startswith("@")]
    return [set(NAMED.findall(re.sub(r"\[.*?\]", "", rule))) for rule in rules if rule]


def folder(name: str, *suffixes: str) -> list[Path]:
    files = sorted((WEB / "features" / name).rglob("*"))
    return [file for file in files if file.suffix in suffixes and ".test." not in file.name]


COMMON = words_in(
    *(file for room in ("shell", "drawing") for file in (WEB / room).glob("*.*")),
    *(WEB / "index.html", MODULES / "uplot" / "dist" / "uPlot.min.css"),
)


def foreign(name: str, names: set[str]) -> set[str]:
    """What of a rule's classes and ids a feature has no right to: its own stand in its folder."""
    own = words_in(*folder(name, ".html", ".js"))
    drawn = {word for word in own if word.endswith("-") and len(word) > 1}  # as in `of-${name}`
    return {each for each in names - own - COMMON if f"{each.rpartition('-')[0]}-" not in drawn}


@pytest.mark.parametrize("name", NAMES)
def test_a_feature_styles_no_part_of_another(name: str) -> None:
    rules = [names for sheet in folder(name, ".css") for names in selected(sheet)]
    assert [foreign(name, names) for names in rules if foreign(name, names)] == []


def test_the_check_of_foreign_parts_can_fail(tmp_path: Path) -> None:
    sheet = tmp_path / "x.css"
    sheet.write_text("/* .not */ @media (a) { .seal:has(.b) > i[x='.c'] { width: 1.5rem; } }")
    assert selected(sheet) == [{"seal", "b"}]
    assert foreign("trace", {"seal", "map-lead"}) == {"seal", "map-lead"}
    assert foreign("trace", {"chart", "no-such-part"}) == {"no-such-part"}
    assert foreign("proof", {"seal"}) == set()


@pytest.mark.parametrize("sheet", sorted(WEB.rglob("*.css")), ids=lambda sheet: sheet.name)
def test_a_style_sheet_has_at_most_200_lines(sheet: Path) -> None:
    assert len(sheet.read_text(encoding="utf-8").splitlines()) <= 200
