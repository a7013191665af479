"""The page in a frame: chosen panels alone, a plain word, a way out, and no work for the rest."""

import re

import pytest
from playwright.sync_api import expect

from binadd.judging.addition import add
from binadd.settings import Settings
from binadd.training.run import Run
from tests.e2e.app import App
from tests.e2e.axe import violations

pytestmark = pytest.mark.usefixtures("returning")  # nothing here is about a first visit

NOTE_QUESTIONS = """
  globalThis.questions = [];
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message, ...rest) {
    if (message?.type === "ask") globalThis.questions.push(message.about);
    return post.call(this, message, ...rest);
  };
"""
SHOWN = """[...document.querySelectorAll(".instrument > *")]
  .filter((panel) => panel.checkVisibility()).map((panel) => panel.classList[0])"""
SCROLLED = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture
def embed(page, visit):
    """Opens the page with some panels."""

    def open_with(panels: str, more: str = "") -> App:
        page.add_init_script(NOTE_QUESTIONS)
        return visit(f"?embed={panels}{more}")

    return open_with


def test_only_the_chosen_panels_are_shown_with_the_buttons_and_a_way_out(embed):
    app = embed("grid,trace", "#iterations=300")
    page = app.page
    assert page.evaluate(SHOWN) == ["deck", "grid-panel", "trace-panel"]
    for gone in (".masthead .manners", ".masthead > p", "footer"):
        expect(page.locator(gone).first).not_to_be_visible()
    expect(page.locator("#embed-notice")).to_have_text("")
    app.train_to_the_end()
    run = Run(Settings(iterations=300))
    last = run.advance(300).example(-1)  # in sight is what the network says of it now
    highest = int(add(run.weights, last.a, last.b, 8).said[-1])
    expect(page.locator("#bit-grid .network .bit").first).to_contain_text(str(highest))
    expect(page).to_have_url(re.compile("at=300"))
    with page.expect_popup() as popup:
        page.get_by_role("link", name="Open the whole page").click()
    whole = App(popup.value)
    whole.expect_iteration(300)
    expect(popup.value.get_by_role("heading", level=1)).to_be_visible()


def test_a_panel_that_is_not_shown_asks_the_worker_nothing(embed):
    app = embed("", "#biases=yes&alpha=2&iterations=3000")
    app.train_to_the_end()
    assert app.page.evaluate("questions") == []


def test_the_questions_of_a_page_are_noted_so_that_their_absence_means_something(embed):
    app = embed("grid,weights")
    app.button("Step").click()
    app.expect_iteration(1)
    expect(app.page.locator("#weights-plane")).not_to_have_attribute("aria-label", "No weights yet")
    assert set(app.page.evaluate("questions")) == {"reading", "weights"}


def test_an_unknown_panel_is_named_and_all_that_there_are(embed):
    app = embed("trace,girds")
    notice = app.page.locator("#embed-notice")
    expect(notice).to_contain_text(
        "No panel here is called “girds”. There are: settings, grid, trace,"
    )
    assert app.page.evaluate(SHOWN) == ["deck", "trace-panel"]


def test_with_unknown_panels_alone_the_page_is_not_blank(embed):
    app = embed("a,%22%3E%3Cb%3E")
    expect(app.page.locator("#embed-notice")).to_contain_text(
        'No panels here are called “a”, “"><b>”'
    )
    expect(app.button("Train")).to_be_enabled()


@pytest.mark.parametrize("width", [320, 560, 800])
def test_every_panel_fits_a_frame_of_any_width(embed, width):
    panels = "grid,trace,states,map,proof,settings,adder,weights,surgery,blame,square,leak"
    app = embed(f"{panels},experiments,keep,log")
    app.page.set_viewport_size({"width": width, "height": 600})
    assert app.page.evaluate(SCROLLED) == 0


def test_a_failure_is_told_even_where_its_place_is_not_shown(page, site):
    page.route("**/*.wasm", lambda route: route.abort())
    page.goto(f"{site}?embed=trace")
    app = App(page)
    app.expect_state("failed")
    expect(app.failure).to_be_visible()


def test_an_embedded_page_keeps_people_out_of_nothing(embed):
    app = embed("grid,trace,nothing")
    assert violations(app.page) == []
