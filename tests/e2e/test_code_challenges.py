"""The challenges of the Code view, each with its own check of success."""

import pytest
from playwright.sync_api import expect

from binadd.trying.challenge import edited
from binadd.trying.challenges import CHALLENGES
from tests.attempts import BLAME
from tests.e2e.axe import violations
from tests.e2e.own_code import QUICK, edit, put, run, write

pytestmark = pytest.mark.usefixtures("returning")

LEARNT = "?view=code#bits=4&hidden=16&iterations=3000&alpha=0.5"  # ours has every sum right
EASY = "?view=code#bits=2&hidden=8&iterations=3000&alpha=1&biases=yes"


@pytest.fixture
def editor(visit):
    return lambda address=QUICK: edit(visit(address))


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


def test_what_was_solved_is_kept_with_its_code_and_can_be_printed(editor):
    app = editor(EASY)
    page = app.page
    page.locator("#challenge").select_option("no-future")
    page.locator("#challenge-no-future .load").click()
    expect(app.button("1 challenge solved")).to_be_hidden()
    write(
        app,
        "blame = d_output[t] * weights.w_hy",
        "# mine\n        blame = d_output[t] * weights.w_hy" + BLAME,
    )
    run(app)
    page.reload()
    app.expect_state("ready")
    app.button("Edit").click()
    app.button("1 challenge solved").click()
    sheet = page.get_by_role("dialog", name="What you have solved")
    expect(sheet.get_by_role("heading", name="No blame from later")).to_be_visible()
    expect(sheet.locator("pre")).to_have_text("+         # mine")
    assert violations(page) == []
    page.emulate_media(media="print")
    expect(page.locator(".code-view")).to_be_hidden()
    expect(sheet.locator("li")).to_be_visible()
    page.emulate_media(media="screen")
    sheet.get_by_role("button", name="Close").click()
    expect(app.button("1 challenge solved")).to_be_focused()


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
