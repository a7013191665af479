"""The editor of the network's functions: how one writes in it, and what is kept of it."""

import pytest
from playwright.sync_api import expect

from binadd.trying.verdict import judge
from binadd.trying.written import ours
from tests.attempts import BLAME, trial_of, usual
from tests.e2e.app import App
from tests.e2e.axe import violations
from tests.e2e.conftest import altered_site
from tests.e2e.own_code import CONTENT, QUICK, SHORT, edit, put, run, write

pytestmark = pytest.mark.usefixtures("returning")


@pytest.fixture
def editor(visit):
    return lambda address=QUICK: edit(visit(address))


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
