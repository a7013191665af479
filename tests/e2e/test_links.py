"""Links that were mangled on their way: what is not understood is told, with what was taken."""

import pytest
from playwright.sync_api import expect

from binadd.saving import capsule
from binadd.saving.npz_file import Saved
from binadd.settings import LIMITS, Settings
from binadd.training.run import Run
from builder.places import WEB
from tests.e2e.app import App

pytestmark = pytest.mark.usefixtures("returning")  # nothing here is about a first visit

# what stands behind "#", what is told of it, and the iteration where the page stands then (None: it
# stays where it was)
MANGLED = [
    ("at=100.", "to 10,000,000. Nothing of it was taken.", 0),
    ("units=8", "“units” is none of bits, hidden", 0),
    ("hidden=8&units=4", "“units” is none of bits", 0),
    ("hidden=8&units=4", "Taken was: hidden=8.", 0),
    ("Hidden=8", "“Hidden” is none of", 0),
    ("hidden=8&hidden=4", "stands there 2 times; the first counts. Taken was: hidden=8.", 0),
    ("at=99999999", "“at=99999999” must be a whole number from 0 to 10,000,000.", 0),
    ("at=1e3&seed=2", "Taken was: seed=2.", 0),
    ("at=-5", "“at=-5” must be", 0),
    ("at=", "“at=” must be", 0),
    ("at=１００", "“at=１００” must be", 0),
    ("pin=75", "“pin=75” must be two whole numbers, like 75,53.", 0),
    ("pin=75,53.", "“pin=75,53.” must be two", 0),
    (f"pin=1,{2**1024}", "must be two whole numbers", 0),
    ("net=", "“net” is empty.", 0),
    ("hidden%3D8%26at%3D7.", "“at=7.” must be a whole number", 0),
    ("help", "“help” is none of", 0),
    ("hidden=8.", "opened: hidden units must be a whole number from 1 to 64, not “8.”", None),
    ("hidden=", "The link cannot be opened: hidden units is empty", None),
    ("hidden=99&at=9", "The link cannot be opened: hidden units must be", None),
    ("alpha=0,1", "write a decimal point, not a comma, as in 0.1", None),
]  # fmt: skip
UNDERSTOOD = [
    ("hidden=8&amp;at=12", 12),
    ("hidden%3D8%26at%3D13", 13),
    ("hidden=%38&at=14", 14),
    ("bits=8&hidden=16&at=15", 15),
    ("pin=75,53&at=16", 16),
]


def follow(app: App, hash_: str) -> None:
    app.page.evaluate("(hash) => { location.hash = hash }", hash_)


def test_what_is_not_understood_behind_the_hash_is_told_with_what_was_taken(app):
    notice = app.page.locator("#link-notice")
    for before, (hash_, words, iteration) in enumerate(MANGLED, 1):  # each is seen to arrive
        follow(app, f"seed=0&at={before}")  # never what the page writes, which would change nothing
        app.expect_iteration(before)
        expect(notice).to_have_text("")
        follow(app, hash_)
        expect(notice).to_contain_text(words)
        app.expect_iteration(before if iteration is None else iteration)


def test_what_mail_programs_do_to_a_whole_link_is_undone(app):
    for hash_, iteration in UNDERSTOOD:
        follow(app, hash_)
        app.expect_iteration(iteration)
        app.expect_state("paused")
        expect(app.page.locator("#link-notice")).to_have_text("")


def test_a_trained_network_in_a_mangled_link_is_refused_and_never_another_one_opened(app):
    run = Run(Settings(hidden=2))
    run.advance(30)
    text = capsule.encode(Saved(run.weights, run.settings, run.iteration))
    notice = app.page.locator("#link-notice")
    for mangled in (text + ".", text[:-4], text.replace("binadd1.", "binadd1"), text + "%20x"):
        follow(app, f"net={mangled}")
        expect(notice).to_contain_text("The link cannot be opened: the text is not a sound capsule")
        assert app.iteration == 0
    follow(app, f"net={text}&hidden=8")
    app.expect_iteration(30)
    expect(notice).to_contain_text("“hidden” has no effect beside “net”. Taken was: the network.")
    follow(app, f"net={text}&at=20")
    expect(notice).to_contain_text("“at=20” lies before iteration 30, where its network stands.")


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("?hidden=8&utm_source=mail", "link is understood. “hidden” is none of embed, stage"),
        ("?stage=2&embed=grid", "takes no value; it is shown all the same. “embed” has no effect"),
        ("?embed=grid&amp;trace", "“amp;trace” is none of embed, stage"),
    ],
)  # fmt: skip
def test_what_is_not_understood_behind_the_question_mark_is_told(page, site, watch, query, words):
    page.goto(site + query)
    expect(page.locator("#link-notice")).to_contain_text(words, timeout=60_000)


def test_a_frame_that_names_no_panel_is_told_which_there_are(page, site, watch):
    page.goto(f"{site}?embed=")
    notice = page.locator("#embed-notice")
    expect(notice).to_contain_text("There are: settings, grid, trace", timeout=60_000)


def test_a_link_may_ask_for_no_more_iterations_than_a_run():
    written = f"FURTHEST = {LIMITS['iterations'].high:_};"
    assert written in (WEB / "state" / "link.js").read_text(encoding="utf-8")
