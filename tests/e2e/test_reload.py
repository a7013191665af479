"""A reload, wanted or not, finds the run where it was, also one that came from a file."""

import re

import numpy as np
from playwright.sync_api import expect

from binadd.saving.npz_file import Saved, to_bytes
from binadd.settings import Settings
from binadd.training.run import Run
from tests.e2e.app import TRAINING, App

# A page that goes is hidden last, and draws then what it has not drawn.
NOTE = """for (const [where, event] of [[globalThis, "pagehide"], [document, "visibilitychange"]])
  where.addEventListener(event, () =>
    localStorage.setItem("left", document.documentElement.dataset.iteration))"""
KEEP = """(kept) => addEventListener("pagehide", () =>
  sessionStorage.setItem("binadd-run", kept))"""


def network(iterations: int) -> bytes:
    run = Run(Settings(hidden=4, seed=9))
    run.advance(iterations)
    return to_bytes(Saved(run.weights, run.settings, run.iteration))


def reloaded(page) -> App:
    page.reload()
    app = App(page)
    expect(app.html).to_have_attribute(
        "data-state", re.compile("ready|paused|finished"), timeout=TRAINING
    )
    return app


def test_a_reload_in_mid_run_goes_back_to_the_very_iteration(app):
    page = app.page
    app.field("Iterations").fill("100000")
    app.field("Speed").select_option("100")
    app.button("Train").click()
    expect(page).to_have_url(re.compile("#iterations=100000&at=[0-9]+$"), timeout=TRAINING)
    assert app.state == "running"  # the address follows a run that goes on
    page.evaluate(NOTE)
    again = reloaded(page)
    left = int(page.evaluate("localStorage.getItem('left')"))
    assert left > 0
    again.expect_iteration(left)
    again.expect_state("paused")


def test_a_network_from_a_file_survives_a_reload_but_not_another_visit(app):
    page = app.page
    page.set_input_files("#file-to-load", {"name": "my.npz", "mimeType": "", "buffer": network(50)})
    app.expect_iteration(50)
    app.field("Step size").select_option("10")
    app.button("Step").click()
    app.expect_iteration(60)
    expect(page).to_have_url(re.compile("/$"))
    again = reloaded(page)
    again.expect_iteration(60)
    expect(again.field("Hidden units")).to_have_value("4")
    run = Run(Settings(hidden=4, seed=9))
    error = run.advance(60).errors[-1]
    assert np.isfinite(error)
    expect(page.locator("#trace-reading .of-error b")).to_contain_text(f"{error:.2f}")
    other = page.context.new_page()
    other.goto(page.url)
    fresh = App(other)
    fresh.expect_state("ready")
    assert fresh.iteration == 0
    page.goto(page.url)  # typed once more into the same tab
    app.expect_state("ready")
    app.expect_iteration(0)


def test_where_nothing_can_be_kept_a_reload_still_finds_what_the_address_says(page, site, watch):
    page.add_init_script(
        "Object.defineProperty(window, 'sessionStorage', { get() { throw new Error('no') } })"
    )
    page.goto(f"{site}#hidden=4&at=20")
    app = App(page)
    app.expect_iteration(20)
    app.button("Step").click()
    app.expect_iteration(21)
    expect(page).to_have_url(re.compile("at=21$"))
    reloaded(page).expect_iteration(21)


def test_what_is_kept_damaged_begins_the_run_of_the_address(app):
    page = app.page
    for kept in (
        "{",
        "[]",
        '{"run":"","at":-1}',
        '{"run":"","at":7,"file":"***"}',
        '{"run":"x=1","at":5}',
    ):
        page.evaluate("addEventListener('pagehide', () => sessionStorage.clear())")
        page.evaluate(KEEP, kept)
        again = reloaded(page)
        again.expect_iteration(0)
        again.expect_state("ready")


def test_pulling_the_page_down_does_not_load_it_anew(page, site):
    page.goto(f"{site}licences.html")
    assert page.evaluate("getComputedStyle(document.documentElement).overscrollBehaviorY") == "none"
