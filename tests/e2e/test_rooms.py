"""Views and rooms: one run, looked at from several places, and nothing of it lost on the way."""

import pytest
from playwright.sync_api import expect

from tests.e2e.app import App

pytestmark = pytest.mark.usefixtures("returning")

ROOMS = {
    "learning": ["grid-panel", "trace-panel", "map-panel"],
    "memory": ["states-panel", "weights-panel", "surgery-panel", "blame-panel", "square-panel"],
    "proof": ["proof-panel", "leak-panel", "adder", "machine"],
    "experiments": ["experiments-panel"],
}
IN_SIGHT = """[...document.querySelectorAll(".instrument > [data-room]")]
  .filter((panel) => panel.checkVisibility()).map((panel) => panel.classList[0])"""


def room_in_sight(app: App) -> list[str]:
    return app.page.evaluate(IN_SIGHT)


def test_a_room_shows_its_panels_alone_and_says_which_it_is(app):
    for room, panels in ROOMS.items():
        app.enter(room)
        assert sorted(room_in_sight(app)) == sorted(panels)
        here = app.page.locator(".rooms [aria-current=page]")
        expect(here).to_have_text(room.capitalize())


SCREENS = ((1280, 800), (1366, 768), (1920, 1080))
ENDS = "Math.round(document.querySelector('.instrument').getBoundingClientRect().bottom + scrollY)"


@pytest.mark.parametrize("size", SCREENS, ids=str)
def test_every_room_is_whole_on_a_screen_before_the_run_and_after_it(visit, size):
    app = visit("#biases=yes&alpha=2&iterations=2000")
    app.page.set_viewport_size({"width": size[0], "height": size[1]})
    ends = {}
    for state in ("ready", "finished"):
        for room in ROOMS:
            app.enter(room)
            if room == "proof" and state == "finished":
                app.button("Can it be proved?").click()
                expect(app.page.locator("#seal")).to_have_attribute("data-verdict", "proved")
                app.button("Which machine is it?").click()
                expect(app.page.locator("#machine-lead")).to_contain_text("full adder")
            app.page.evaluate("new Promise(requestAnimationFrame)")
            ends[state, room] = app.page.evaluate(ENDS)
        if state == "ready":
            app.train_to_the_end()
    assert ends == dict.fromkeys(ends, size[1])


def test_going_from_room_to_room_and_back_keeps_the_run(app):
    app.page.locator("#step-size").select_option("100")
    app.button("Step").click()
    app.expect_iteration(100)
    app.enter("memory")
    app.button("Step").click()
    app.expect_iteration(200)
    app.page.go_back()
    expect(app.html).to_have_attribute("data-room", "learning")
    app.button("Step").click()
    app.expect_iteration(300)  # going back brings a room, never an earlier iteration
    expect(app.page.locator("#link-notice")).to_have_text("")
    app.page.go_forward()
    expect(app.html).to_have_attribute("data-room", "memory")
    app.button("Step").click()
    app.expect_iteration(400)


def test_a_link_leads_into_a_room_and_an_unknown_one_is_told(visit):
    app = visit("?room=proof")
    assert sorted(room_in_sight(app)) == sorted(ROOMS["proof"])
    app.page.goto(app.page.url.replace("proof", "cellar"))
    notice = app.page.locator("#link-notice")
    expect(notice).to_contain_text("“room=cellar” is none of learning, memory, proof, experiments.")
    assert sorted(room_in_sight(app)) == sorted(ROOMS["learning"])


def test_the_views_change_by_a_press_or_a_key_and_the_last_one_is_remembered(app):
    app.page.locator("#step-size").select_option("10")
    app.button("Step").click()
    app.expect_iteration(10)
    app.page.keyboard.press("Alt+1")
    expect(app.html).to_have_attribute("data-shows", "story")
    expect(app.page.locator(".instrument")).to_be_hidden()
    app.page.goto(app.page.url.split("?")[0].split("#")[0])
    expect(app.html).to_have_attribute("data-shows", "story")
    app.page.locator(".views").get_by_text("Lab").click()
    expect(app.html).to_have_attribute("data-shows", "lab")
    expect(app.page.locator(".views [aria-current=page]")).to_have_text("Lab")


def test_the_settings_unfold_fold_up_when_their_run_begins_and_stay_at_a_refusal(app):
    fields, words = app.page.locator("#fields"), app.page.locator("#run-words")
    expect(fields).to_be_hidden()
    expect(words).to_have_text("8 bits, 16 hidden units, rate 0.1, 10,000 sums, seed 0")
    app.field("Hidden units").fill("99")
    app.button("Reset").click()
    expect(app.page.locator("#hidden-error")).to_contain_text("from 1 to 64, not 99")
    expect(fields).to_be_visible()
    app.field("Hidden units").fill("12")
    app.field("Biases").select_option("yes")
    app.field("Batch size").fill("8")
    app.button("Reset").click()
    expect(fields).to_be_hidden()
    expect(words).to_have_text(
        "8 bits, 12 hidden units with biases, rate 0.1, 10,000 sums, 8 at a time, seed 0"
    )
    app.field("Seed").press("Escape")
    expect(fields).to_be_hidden()
    expect(app.page.locator("#settings-open")).to_be_focused()
