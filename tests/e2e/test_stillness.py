"""Nothing jumps: what is pressed in one panel of a room moves nothing in any other."""

import json

import pytest
from playwright.sync_api import expect

from tests.e2e.app import ROOMS, TRAINING
from tests.e2e.stillness import FRAMES, OBSERVE, Stillness

FEW = 30  # elements; the page has about a thousand
STYLED = "UpdateLayoutTree"


@pytest.fixture(params=[(1280, 800), (390, 844)], ids=["laptop", "phone"])
def still(page, visit, request):
    width, height = request.param
    page.set_viewport_size({"width": width, "height": height})
    page.add_init_script(OBSERVE)
    app = visit("#biases=yes&alpha=2&iterations=2000")
    expect(page.locator("#map-lead")).to_contain_text("pairs", timeout=TRAINING)
    for room in reversed(ROOMS):  # each panel has been in sight once
        app.enter(room)
        for panel in page.locator(f".instrument > [data-room={room}]").all():
            panel.scroll_into_view_if_needed()
            page.evaluate(FRAMES)
    return Stillness(app)


def shows(selector: str, text: str):
    """Does a part say so?"""
    return lambda page: expect(page.locator(selector)).to_contain_text(text, timeout=TRAINING)


def has(selector: str):
    """Is there such a part?"""
    return lambda page: expect(page.locator(selector).first).to_be_visible(timeout=TRAINING)


def at_once(page) -> None:
    """Nothing is waited for."""


def prove_it(still: Stillness) -> None:
    still.after("#ask-proof", "proof-panel", shows("#seal", "comes out wrong"))
    still.after("#show-failure", "proof-panel adder grid-panel", shows("#adder-verdict", "wrong"))
    still.after("#ask-machine", "machine", shows("#machine-lead", "It is no full adder"))
    still.after("#step", "deck grid-panel", shows("#iteration", "1"))
    still.after("#train", "deck grid-panel proof-panel machine adder", shows("#seal", "Proved"))
    still.after("#ask-machine", "machine", shows("#machine-lead", "a full adder"))


def look_closer(still: Stillness) -> None:
    still.after("#trace-table summary", "trace-panel", has("#trace-rows tr"))
    still.after("#trace-table summary", "trace-panel", at_once)
    still.after("#trace-ripples", "trace-panel", has(".of-ripples b"))
    still.after("#map-plane", "map-panel adder grid-panel", shows("#map-reading", "right"))
    still.after("#weights-plane", "weights-panel", has("#derivative-values dd"))
    still.fill("#first", "nonsense, and rather a lot of it")
    still.after("#add", "grid-panel adder", has("#first-error:not(:empty)"))


def operate(still: Stillness) -> None:
    cut = shows("#change-effect", "sums right")
    still.after("#cut-memory", "surgery-panel grid-panel adder", cut)
    still.after("#cut-memory", "surgery-panel grid-panel adder", shows("#cut-memory", "Cut"))
    still.after("#transplant-open", "surgery-panel", has("#transplant-now"))
    still.after("#transplant-now", "surgery-panel grid-panel", shows("#sentence", "7 + 1"))
    still.after("#transplant-close", "surgery-panel", has("#transplant-open"))
    still.after("#grid-change-back", "grid-panel", shows("#sentence", "Kept in sight, after"))


def ask_a_long_sum(still: Stillness) -> None:
    still.fill("#first", str(2**1024 - 1))
    still.after("#add", "grid-panel adder", shows("#columns-where", "of 1,025"))
    still.page.locator("#whole-sum").click()  # leads into another room
    has(".word")(still.page)
    still.after("#cut-memory", "surgery-panel grid-panel adder", shows("#sentence", "memory cut"))
    still.after("#columns-higher", "grid-panel states-panel", at_once)
    still.after("#cut-memory", "surgery-panel grid-panel adder", shows("#cut-memory", "Cut"))
    still.after("#pin", "grid-panel", shows("#pin", "Keep this"))


def compare_and_share(still: Stillness) -> None:
    still.after("#compare-rates", "experiments-panel", shows("#compare-left", "left"))
    still.after("#compare-cancel", "experiments-panel", shows("#compare-words", "Cancelled"))
    still.after("#open-keep", "keep-panel", has("#copy-link"))
    still.after("#copy-link", "keep-panel", has("#keep-said:not(:empty)"))
    still.after("#close-keep", "keep-panel", at_once)
    still.after("#open-log", "log-panel", has("#log"))
    still.after("#close-log", "log-panel", at_once)
    still.after("#settings-open", "settings", has("#fields"))
    still.after("#settings-open", "settings", at_once)


def begin_anew(still: Stillness) -> None:
    still.after("#rewind", "deck grid-panel", shows("#iteration", "1,000"))
    still.app.enter("proof")
    expect(still.page.locator("#seal-date")).not_to_contain_text("2,000")
    proved = still.page.locator("#seal[data-verdict=proved]")
    expect(proved).to_be_visible(timeout=TRAINING)
    still.fill("#bits", "99")
    still.after("#reset", "settings", has("#bits-error:not(:empty)"))
    still.fill("#bits", "8")
    still.fill("#alpha", "50")
    still.app.enter("learning")  # in Proof, a long answer that is gone would leave a hole
    still.after("#reset", "deck settings grid-panel", shows("#iteration", "0"))
    still.after("#train", "deck guide grid-panel", has("#warning"))
    still.after("#warning-dismiss", "guide", has("#guide"))


def test_a_whole_session_moves_nothing_outside_of_the_panel_that_is_used(still):
    prove_it(still)
    look_closer(still)
    operate(still)
    ask_a_long_sum(still)
    compare_and_share(still)
    begin_anew(still)
    assert "\n".join(still.moved) == ""


LONGEST = "Changed, after 1,000,000 iterations, it adds 16,383 of all 16,384 pairs."


@pytest.mark.parametrize("width", [390, 1000, 1280, 1920])
def test_numbers_that_grow_in_training_move_nothing_below_them(app, width):
    app.page.set_viewport_size({"width": width, "height": 800})
    heights = app.page.locator("#map-lead").evaluate(
        """(lead, longest) => ["0 pairs", longest].map((text) => {
          lead.textContent = text;
          return lead.getBoundingClientRect().height;
        })""",
        LONGEST,
    )
    assert heights[0] == heights[1]


def test_scrolling_for_the_first_time_moves_nothing(page, visit):
    page.set_viewport_size({"width": 390, "height": 844})
    page.add_init_script(OBSERVE)
    app = visit("")
    for room in ROOMS:
        app.enter(room)
        page.evaluate(FRAMES)
        page.evaluate("shifts.length = 0")
        for key in ("PageDown",) * 8 + ("Home", "End") + ("PageUp",) * 8:
            page.keyboard.press(key)
            page.evaluate(FRAMES)
        assert page.evaluate("shifts") == [], room


def test_a_number_that_changes_restyles_nothing_else(app):
    page = app.page
    app.until("!['playing', 'over'].includes(document.documentElement.dataset.recording)")
    page.evaluate(FRAMES)
    page.context.browser.start_tracing(page=page, categories=["devtools.timeline"])
    page.evaluate(
        """for (const id of ["iteration", "sentence", "guide", "map-lead", "rewind-value"]) {
          document.getElementById(id).textContent = "1";
          document.body.offsetHeight;
        }"""
    )
    events = json.loads(page.context.browser.stop_tracing())["traceEvents"]
    whole = [event["args"] for event in events if event["name"] == STYLED]
    styled = [args["elementCount"] for args in whole if "elementCount" in args]  # not cut off
    assert len(styled) >= 5
    assert max(styled) <= FEW, "a rule with :has() makes the browser look at much of the page"
