"""The guide says what is true of this network at this moment."""

from playwright.sync_api import expect

from binadd.saving.npz_file import Saved, to_bytes
from binadd.settings import Settings
from binadd.training.run import Run


def test_the_guide_is_true_in_every_state(app):
    guide = app.page.locator("#guide")
    expect(guide).to_contain_text("Its weights are random, so it guesses: 0.")
    expect(guide).to_contain_text("a little after every sum.")
    app.train_to_the_end()
    expect(guide).to_contain_text("Every sum is right after 10,000 iterations.")
    with app.inside("memory"):
        app.button("Cut the memory").click()
    expect(guide).to_contain_text("The network with its memory cut answers:")
    expect(guide).to_contain_text("of all sums right; training goes on with the true one, 100")
    app.button("Undo").click()
    expect(guide).to_contain_text("Every sum is right")
    app.field("Rewind to iteration").fill("500")
    app.expect_iteration(500)
    expect(guide).to_contain_text("After 500 iterations 0.")
    expect(guide).not_to_contain_text("100\u00a0%")
    app.field("Rewind to iteration").fill("0")
    app.expect_iteration(0)
    expect(guide).to_contain_text("Its weights are random, so it guesses: 0.")


def test_the_guide_is_true_of_a_network_from_a_file_and_of_other_settings(app):
    guide = app.page.locator("#guide")
    run = Run(Settings(biases=True, alpha=2.0, iterations=2_000))
    run.advance(2_000)
    file = to_bytes(Saved(run.weights, run.settings, run.iteration))
    app.page.set_input_files("#file-to-load", {"name": "a.npz", "mimeType": "", "buffer": file})
    app.expect_iteration(2_000)
    expect(guide).to_contain_text("Every sum is right after 2,000 iterations. Cut out its memory")
    expect(guide).not_to_contain_text("random")
    app.page.evaluate("location.hash = '#iterations=0'")
    app.expect_iteration(0)
    expect(guide).to_contain_text("Its settings ask for no iterations; Step takes one sum.")
    app.page.evaluate("location.hash = '#batch=8&bits=12'")
    expect(guide).to_contain_text("sums tried come out right. Press Train", timeout=60_000)
    expect(guide).to_contain_text("a little after every 8 sums.")
    app.page.evaluate("location.hash = '#hidden=2&iterations=50'")
    app.expect_iteration(0)
    expect(guide).to_contain_text("so it guesses")
    app.train_to_the_end()
    expect(guide).to_contain_text("After 50 iterations")
    expect(guide).to_contain_text("Train goes on for as many iterations again.")
