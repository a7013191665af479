"""Changing the network's functions in the page: what is run, and what is told of it."""

import re

import pytest
from playwright.sync_api import expect

from binadd.trying import take_along
from binadd.trying.verdict import judge
from binadd.trying.written import ours
from tests.attempts import BLAME, trial_of, usual
from tests.e2e.app import BOOT
from tests.e2e.own_code import QUICK, SHORT, edit, run, write

pytestmark = pytest.mark.usefixtures("returning")

FAULTS = {
    "an endless loop": (
        "    return Trace(",
        "    while True:\n        pass\n    return Trace(",
        "does not come to an end: more than 1,000,000 passes",
    ),
    "wrong shapes": (
        "inputs.T @ d_hidden",
        "inputs @ d_hidden",
        r"\(4, 2\) and \(4, 4\) cannot be",
    ),
    "a call of itself": (
        "    return Trace(",
        "    return forward(weights, inputs)\n    return Trace(",
        "calls itself without end",
    ),
    "a hog of memory": (
        "steps = len(inputs)\n    hidden",
        "hog = [np.ones(10**7) for _ in range(1000)]\n    steps = len(inputs)\n    hidden",
        "not so much memory",
    ),
    "what runs away": ("= blame * state * (1 - state)", "= blame * 1e200", "no longer finite"),
    "no function": ("def loss(", "def lost(", "There is no function loss"),
    "no Python": ("steps = len(inputs)\n    hidden", "steps = = 1\n    hidden", "cannot read this"),
    "another host": (
        "    return Trace(",
        "    import js\n    js.caches.keys()\n    return Trace(",
        "AttributeError|TypeError",
    ),
}

CHOSEN = "() => document.querySelector('#own-editor').shadowRoot.getSelection().toString()"


@pytest.fixture
def editor(visit):
    return lambda address=QUICK: edit(visit(address))


def test_our_own_functions_come_to_what_they_come_to_natively(editor):
    app = editor()
    words = run(app)
    verdict = judge(trial_of(ours(), SHORT), usual(SHORT))
    assert verdict.title in words
    assert verdict.learning in words
    assert "All five arrays are the measured slopes" in words


def test_the_second_worker_fetches_nothing_that_the_first_has_compiled(editor, watch):
    app = editor()
    before = len(watch.requests)
    run(app)
    asked = [url.rsplit("/", 1)[-1] for url in watch.requests[before:]]
    assert "pyodide.asm.mjs" in asked
    assert "pyodide.asm.wasm" not in asked


def test_changed_functions_are_checked_and_trained_as_natively(editor):
    app = editor()
    write(app, BLAME, "")
    words = run(app)
    verdict = judge(trial_of(ours().replace(BLAME, ""), SHORT), usual(SHORT))
    assert all(part in words for part in verdict)
    curve = app.page.locator("#trial-curves path.own-line").get_attribute("d")
    assert curve.count("L") == len(usual(SHORT).points) - 1
    expect(app.page.locator("#trial-map")).to_be_visible()
    app.expect_iteration(0)  # the honest run is as it was


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_a_sentence_and_the_page_lives_on(editor, name):
    before, after, said = FAULTS[name]
    app = editor()
    write(app, before, after)
    assert re.search(said, run(app))
    if name == "wrong shapes":
        app.page.locator("#trial-line").click()
        assert "inputs @ d_hidden" in app.page.evaluate(CHOSEN)
    app.button("Ours again").click()
    assert "learns as ours does" in run(app)


def test_stop_ends_it_at_once_and_so_does_leaving_the_view(editor):
    app = editor()
    write(app, "    return Trace(", "    for _ in range(900_000):\n        pass\n    return Trace(")
    for leave in (app.button("Stop").click, lambda: app.page.keyboard.press("Alt+2")):
        app.button("Run mine").click()
        expect(app.button("Stop")).to_be_enabled()
        leave()
        expect(app.page.locator("#trial-verdict")).to_contain_text("Stopped")
    app.page.keyboard.press("Alt+3")
    expect(app.button("Run mine")).to_be_enabled(timeout=BOOT)


def test_nothing_of_the_page_can_be_kept_or_reached_from_there(editor):
    app = editor()
    names = ("caches", "indexedDB", "BroadcastChannel", "Worker", "navigator.storage")
    look = "\n".join(f"    print('{name}', bool(js.{name}))" for name in names)
    write(app, "    return Trace(", f"    import js\n{look}\n    return Trace(")
    run(app)
    lines = app.page.locator("#trial-printed").inner_text().splitlines()
    assert set(lines[:20]) == {f"{name} False" for name in names}


def test_what_is_taken_along_is_the_native_program(editor):
    app = editor()
    write(app, BLAME, "")
    with app.page.expect_download() as download:
        app.button("Take it with me (.py)").click()
    text = download.value.path().read_text(encoding="utf-8")
    assert text == take_along.text(ours().replace(BLAME, ""), SHORT)
