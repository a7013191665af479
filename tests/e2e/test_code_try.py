"""Changing the network's functions in the page: what is run, and what is told of it."""

import re

import pytest
from playwright.sync_api import expect

from binadd.settings import Settings
from binadd.trying import take_along
from binadd.trying.challenge import edited
from binadd.trying.challenges import CHALLENGES
from binadd.trying.verdict import judge
from binadd.trying.written import ours
from tests.attempts import BLAME, trial_of, usual
from tests.e2e.app import BOOT, TRAINING, App
from tests.e2e.axe import violations
from tests.e2e.conftest import altered_site

pytestmark = pytest.mark.usefixtures("returning")

SHORT = Settings(bits=4, hidden=4, iterations=400, alpha=0.5)
QUICK = "?view=code#bits=4&hidden=4&iterations=400&alpha=0.5"
LEARNT = "?view=code#bits=4&hidden=16&iterations=3000&alpha=0.5"  # ours has every sum right
EASY = "?view=code#bits=2&hidden=8&iterations=3000&alpha=1&biases=yes"
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


CONTENT = "#own-editor .cm-content"
CHOSEN = "() => document.querySelector('#own-editor').shadowRoot.getSelection().toString()"


@pytest.fixture
def editor(visit):
    def at(address: str = QUICK) -> App:
        app = visit(address)
        app.button("Edit").click()
        expect(app.page.locator(CONTENT)).to_be_focused()
        return app

    return at


def put(app: App, text: str) -> None:
    """Write a text in the place of all."""
    app.page.locator(CONTENT).focus()
    app.page.keyboard.press("ControlOrMeta+a")
    app.page.keyboard.insert_text(text)
    expect(app.page.locator("#own-code")).to_have_value(text)


def write(app: App, before: str, after: str) -> int:
    """Change the text in the editor; return the line at which the change begins."""
    text = app.page.locator("#own-code").input_value()
    assert text.count(before) == 1
    put(app, text.replace(before, after))
    return text[: text.index(before)].count("\n") + 1


def run(app: App) -> str:
    """Press Run mine, wait for the end, and return the verdict's words."""
    app.button("Run mine").click()
    expect(app.button("Stop")).to_be_enabled()
    expect(app.button("Run mine")).to_be_enabled(timeout=TRAINING)
    return app.page.locator(".trial-verdict").inner_text()


def test_our_own_functions_come_to_what_they_come_to_natively(editor):
    app = editor()
    words = run(app)
    verdict = judge(trial_of(ours(), SHORT), usual(SHORT))
    assert verdict.title in words
    assert verdict.learning in words
    assert "All five arrays are the measured slopes" in words


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


def test_what_was_written_survives_a_reload_and_is_not_run_unasked(editor):
    app = editor()
    write(app, BLAME, "  # mine")
    app.page.reload()
    app.expect_state("ready")
    app.button("Edit").click()
    assert "# mine" in app.page.locator("#own-code").input_value()
    expect(app.page.locator("#trial-verdict")).to_have_text("Not yet.")
    app.button("Ours again").click()
    app.page.reload()
    assert app.page.locator("#own-code").input_value().strip() == ours().strip()


def test_a_link_brings_its_code_which_is_shown_but_not_run(editor, visit):
    app = editor()
    write(app, BLAME, "  # sent")
    app.page.evaluate("navigator.clipboard.writeText = async (text) => { globalThis.sent = text; }")
    app.button("Copy a link with it").click()
    expect(app.page.locator("#code-changed")).to_contain_text("Copied: who opens the link")
    link = app.page.evaluate("globalThis.sent")
    app.button("Ours again").click()
    app.page.goto(link)
    expect(app.page.locator("#code-changed")).to_contain_text("It has not been run: read it first.")
    assert "# sent" in app.page.locator("#own-code").input_value()
    expect(app.page.locator("#trial-verdict")).to_have_text("Not yet.")
    assert "code=" not in app.page.url
    app.expect_state("ready")
    app.page.goto(link.replace("code=", "code=AAAA"))
    expect(app.page.locator("#code-changed")).to_contain_text("The code in this link is damaged")
    app.expect_state("ready")


def test_a_challenge_is_guessed_failed_and_solved(editor):
    app = editor(EASY)
    page = app.page
    page.locator("#challenge").select_option("no-future")
    box = page.locator("#challenge-no-future")
    box.get_by_label("It learns nothing").check()
    box.get_by_role("button", name="Load it").click()
    assert BLAME not in page.locator("#own-code").input_value()
    run(app)
    expect(page.locator("#trial-reached")).to_be_hidden()
    expect(box.locator(".outcome")).to_have_text(
        "Not “It learns nothing” but “It learns nearly as well”."
    )
    for count in (1, 2, 3):
        box.get_by_role("button", name="A hint").click()
        expect(box.locator(".hints li:visible")).to_have_count(count)
    expect(box.get_by_role("button", name="A hint")).to_be_hidden()
    write(app, "blame = d_output[t] * weights.w_hy", f"blame = d_output[t] * weights.w_hy{BLAME}")
    run(app)
    expect(page.locator("#trial-reached")).to_be_visible()
    expect(page.locator("#challenge option:checked")).to_have_text("✓ No blame from later")


@pytest.mark.parametrize("challenge", CHALLENGES, ids=lambda challenge: challenge.name)
def test_a_challenge_is_failed_by_what_is_loaded_and_solved_by_its_solution(editor, challenge):
    app = editor(LEARNT)
    app.page.locator("#challenge").select_option(challenge.name)
    app.page.locator(f"#challenge-{challenge.name} .load").click()
    for text, reached in ((None, False), (edited(challenge.solution), True)):
        if text is not None:
            put(app, text)
        run(app)
        expect(app.page.locator("#trial-reached")).to_be_visible(visible=reached)


def test_every_challenge_loads_the_text_that_the_package_has(editor):
    app = editor()
    page = app.page
    for each in CHALLENGES:
        page.locator("#challenge").select_option(each.name)
        page.locator(f"#challenge-{each.name} .load").click()
        assert page.locator("#own-code").input_value() == each.text


def test_what_is_taken_along_is_the_native_program(editor):
    app = editor()
    write(app, BLAME, "")
    with app.page.expect_download() as download:
        app.button("Take it with me (.py)").click()
    text = download.value.path().read_text(encoding="utf-8")
    assert text == take_along.text(ours().replace(BLAME, ""), SHORT)


def test_tab_leaves_the_editor_and_nobody_is_kept_out(editor):
    app = editor()
    app.page.keyboard.press("Tab")
    expect(app.page.locator(CONTENT)).not_to_be_focused()
    app.page.locator("#challenge").select_option("better")
    assert violations(app.page) == []


def test_the_editor_indents_closes_brackets_undoes_and_says_the_line(editor):
    app = editor()
    keyboard, field = app.page.keyboard, app.page.locator("#own-code")
    put(app, "def loss(trace):")
    keyboard.press("Enter")
    keyboard.type("return (1")
    expect(field).to_have_value("def loss(trace):\n    return (1)")
    expect(app.page.locator("#own-code-line")).to_have_text("Line 2")
    for _ in range(9):
        keyboard.press("ControlOrMeta+z")
    expect(field).to_have_value(ours())
    app.expect_iteration(0)  # letters typed there drive nothing else
    expect(app.page.locator("dialog[open]")).to_have_count(0)


def test_the_editor_comes_only_when_somebody_edits(visit, watch):
    app = visit(QUICK)
    assert not [url for url in watch.requests if "python-editor" in url]
    app.button("Edit").click()
    expect(app.page.locator(CONTENT)).to_be_focused()
    assert len([url for url in watch.requests if "python-editor" in url]) == 1


def test_where_the_editor_does_not_come_a_plain_field_does_its_work(page, copy):
    (script,) = copy.glob("python-editor-*.js")
    script.unlink()
    with altered_site(copy) as address:
        page.goto(f"{address}{QUICK}")
        app = App(page)
        app.expect_state("ready")
        app.button("Edit").click()
        expect(page.locator("#own-code-line")).to_contain_text("this is a plain field")
        page.locator("#own-code").fill(ours().replace(BLAME, ""))
        verdict = judge(trial_of(ours().replace(BLAME, ""), SHORT), usual(SHORT))
        assert verdict.title in run(app)


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (1920, 1080)])
def test_changing_fits_a_laptop_and_a_projector(editor, width, height):
    app = editor()
    app.page.set_viewport_size({"width": width, "height": height})
    app.page.locator("#challenge").select_option("write-backward")
    app.page.locator("#challenge-write-backward .load").click()
    tall, wide = app.page.evaluate(
        "[document.documentElement.scrollHeight, document.documentElement.scrollWidth]"
    )
    assert tall <= height
    assert wide <= width
