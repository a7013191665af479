"""Nothing is cut off, nothing lies over anything else, on any screen and with letters of any size.

Each test starts the page once and looks at it in every size, in one state after the other.
"""

import pytest
from playwright.sync_api import expect

from tests.e2e.app import TRAINING, App
from tests.e2e.layout import FEW
from tests.e2e.looking import Looking

pytestmark = pytest.mark.usefixtures("returning")  # nothing here is about a first visit

PANELS = ("grid", "trace", "states", "map", "proof", "settings", "adder", "weights", "surgery")
PANELS += ("blame", "square", "leak", "experiments", "keep", "log")
LONG = "9" * 300
ONLY = """(name) => {
  globalThis.only ??= new CSSStyleSheet();
  globalThis.only.replaceSync(
    `.instrument > :not(.deck, .guide, .${name}, .${name}-panel) { display: none !important; }`);
  const others = document.adoptedStyleSheets.filter((sheet) => sheet !== globalThis.only);
  document.adoptedStyleSheets = [...others, globalThis.only];
}"""


def refuse_all(look: Looking) -> None:
    """Put into every field what it cannot hold."""
    page = look.page
    bad = {"bits": "x", "hidden": "0", "alpha": "0,1", "batch": "many", "iterations": "1e9"}
    bad |= {
        "seed": "-1",
        "first": LONG + LONG,
        "second": "?",
    }
    for name, text in (bad | {"host-a": "x"}).items():
        look.put(name, text)
    for button in ("#reset", "#add", "#transplant-now"):
        look.press(button)
    for name in ("seed", "second"):
        expect(page.locator(f"#{name}-error")).not_to_be_empty()
    look.shows("#transplant-effect", "must be")
    page.set_input_files(
        "#file-to-load", {"name": "n" * 80, "mimeType": "", "buffer": b"no network"}
    )
    look.shows("#keep-refused", "was not loaded")


def repair_all(look: Looking) -> None:
    good = {
        "bits": "8",
        "hidden": "16",
        "alpha": "0.1",
        "batch": "1",
        "iterations": "10000",
        "seed": "0",
    }
    good |= {
        "first": "2147483647",
        "second": "1",
        "host-a": "2",
    }
    for name, text in good.items():
        look.put(name, text)


def be_refused(look: Looking) -> None:
    fields = look.app.page.locator("#fields")
    refuse_all(look)
    expect(fields).to_be_visible()
    look.at("settings refused")
    look.press("#settings-open")
    expect(fields).to_be_hidden()
    look.in_every_room("all refused")
    look.press("#open-keep")
    look.at("a file refused")
    look.press("#close-keep")
    repair_all(look)


def train_the_largest(look: Looking) -> None:
    look.put("bits", "16")
    look.put("hidden", "64")
    look.in_every_room("settings changed")
    look.press("#settings-open")
    look.at("settings unfolded")
    look.press("#train")
    look.app.expect_state("running")
    expect(look.app.page.locator("#fields")).to_be_hidden()
    look.press("#compare-rates")
    look.press("#presets-start")
    look.in_every_room("running, experiments too")
    look.press("#pause")
    look.app.expect_state("paused")
    for button in ("#compare-cancel", "#presets-stop"):
        look.press(button)


def ask_all_there_is(look: Looking) -> None:
    page = look.app.page
    look.put("bits", "8")
    look.put("preset", "fixed")
    look.press("#train")
    look.app.expect_state("finished", TRAINING)
    asking = ("#add", "#ask-machine", "#ask-proof", "#transplant-now")
    for button in (*asking, "#presets-start", "#copy-trained"):
        look.press(button)
    page.evaluate(
        "for (const part of document.querySelectorAll('.instrument details')) part.open = true"
    )
    look.shows("#machine-lead", "adder")
    look.enter("memory")
    look.shows("#lesions-date", "Measured")
    look.press("#transplant-open")
    look.at("another sum's memory")
    page.keyboard.press("Escape")
    look.enter("experiments")
    expect(page.locator("#presets-result table").first).to_be_visible(timeout=TRAINING)
    look.in_every_room("finished, everything asked")


def change_it(look: Looking) -> None:
    look.press("#cut-memory")
    look.shows("#change-effect", "right")
    look.put("first", LONG)
    look.press("#add")
    look.shows("#columns-where", "of ")
    look.press("#compare-hidden")
    result = look.app.page.locator("#compare-result td").first
    expect(result).to_be_attached(timeout=2 * TRAINING)
    look.in_every_room("long numbers, experiments done")


def open_what_lies_over_it(look: Looking) -> None:
    page = look.app.page
    look.press("#open-log")
    expect(page.locator("#log")).to_be_visible()
    look.at("log")
    look.press("#close-log")
    look.press("#open-keep")
    expect(page.locator("#keep-said")).not_to_be_empty()
    look.at("share")
    look.press("#close-keep")
    look.press("#open-help")
    look.at("help")
    page.keyboard.press("Escape")
    look.press("[data-explain=exact]")
    expect(page.locator("#explanation")).to_be_visible()
    look.at("an explanation")


def test_nothing_is_cut_off_or_covered_in_any_state_of_the_page(app):
    look = Looking(app)
    look.in_every_room("ready")
    be_refused(look)
    train_the_largest(look)
    ask_all_there_is(look)
    change_it(look)
    open_what_lies_over_it(look)
    assert "\n".join(look.found) == ""


def test_nothing_is_cut_off_or_covered_in_a_frame_with_any_one_panel(page, site, watch):
    page.goto(f"{site}?embed={','.join(PANELS)},nonsense&foo=bar#units=8&at=100.")
    app = App(page)
    app.expect_state("ready")
    look = Looking(app)
    app.train_to_the_end()
    look.press("#add")
    for panel in PANELS:
        page.evaluate(ONLY, panel)
        look.at(f"embed={panel}", FEW)
    assert "\n".join(look.found) == ""


def test_nothing_is_cut_off_or_covered_on_a_stage(page, site, watch):
    page.goto(f"{site}?stage=2#at=x")
    app = App(page)
    app.expect_state("ready")
    look = Looking(app)
    for chapter in page.locator(".chapter").all():
        look.at("a question", FEW)
        page.keyboard.press("PageDown")
        expect(chapter.locator(".told")).to_be_visible(timeout=TRAINING)
        look.at("its answer", FEW)
        page.keyboard.press("PageDown")
    assert "\n".join(look.found) == ""


@pytest.mark.parametrize("query", ["", "?room=proof", "?embed=adder", "?stage"])
def test_nothing_is_cut_off_or_covered_while_python_starts_or_when_it_cannot(page, site, query):
    page.route("**/*.wasm", lambda route: None)  # never answered
    page.goto(site + query)
    look = Looking(App(page))
    expect(page.locator("#boot-stage")).not_to_be_empty()
    look.at("loading", FEW)
    page.unroute("**/*.wasm")
    page.route("**/*.wasm", lambda route: route.abort())
    page.reload()
    look = Looking(App(page))
    expect(page.locator("#failure-reason")).not_to_be_empty(timeout=TRAINING)
    expect(look.app.failure).to_be_visible()
    page.evaluate("document.querySelector('#failure details').open = true")
    look.at("failed", FEW)
    assert "\n".join(look.found) == ""
