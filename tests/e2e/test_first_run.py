"""How fast a run goes for a visitor who has chosen nothing."""

from playwright.sync_api import expect

from tests.e2e.app import TRAINING


def test_the_first_run_is_for_watching_and_full_speed_is_one_press_away(page, visit):
    page.add_init_script("localStorage.removeItem('pace')")
    app = visit("")
    speed, guide = app.field("Speed"), page.locator("#guide")
    expect(speed).to_have_value("watch")
    expect(app.button("Full speed")).to_be_hidden()
    app.button("Train").click()
    expect(guide).to_contain_text("Slowly at first, then faster")
    expect(page.locator("html")).not_to_have_attribute("data-iteration", "0")
    app.button("Full speed").click()  # how slowly it goes until then, tests/test_pace.py tells
    expect(speed).to_have_value("full")
    app.expect_state("finished", TRAINING)
    expect(app.button("Full speed")).to_be_hidden()
    expect(guide).to_contain_text("Every sum is right")


def test_full_speed_hands_the_keyboard_on_when_its_button_goes(page, visit):
    page.add_init_script("localStorage.removeItem('pace')")
    app = visit("#iterations=10000000")
    app.button("Train").click()
    app.button("Full speed").focus()
    page.keyboard.press("Enter")
    expect(app.button("Pause")).to_be_focused()
    app.button("Pause").click()
    app.expect_state("paused")


def test_a_speed_that_was_chosen_is_there_at_the_next_visit(app):
    app.field("Speed").select_option("10 a second")
    app.page.reload()
    app.expect_state("ready")
    expect(app.field("Speed")).to_have_value("10")
