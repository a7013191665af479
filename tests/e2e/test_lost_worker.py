"""A worker that hangs, or that the browser ends without a word."""

import re

from playwright.sync_api import Page, expect

PATIENCE = 20  # seconds that the page waits for a word of the worker (heartbeat.js)


def test_a_worker_that_hangs_is_noticed_and_replaced(clock, visit):
    running = visit("")
    page = running.page
    running.start_long_run()
    running.button("Pause").click()
    running.expect_state("paused")
    paused = running.iteration
    running.until_answered()  # also when the page asked for a checkpoint
    page.workers[0].evaluate("() => { setTimeout(() => { while (true); }); }")
    clock.run_for((PATIENCE + 1) * 1_000)
    running.expect_state("failed")
    expect(page.locator("#failure-reason")).to_contain_text(f"not answered for {PATIENCE} seconds")
    page.get_by_role("button", name=re.compile("^Go on")).click()
    running.expect_state("paused")
    assert running.iteration == paused
    running.button("Train").click()
    running.expect_state("running")
    expect(running.html).not_to_have_attribute("data-iteration", str(paused))


def end_worker(page: Page) -> None:
    """End the worker as a browser does that is short of memory: without a word."""
    page.workers[0].evaluate("() => { setTimeout(() => close()); }")


def test_a_worker_killed_at_rest_is_replaced_at_rest(app):
    app.field("Step size").select_option("100")
    app.button("Step").click()
    app.expect_iteration(100)
    app.until_answered()  # also when the page asked for a checkpoint
    end_worker(app.page)
    app.expect_state("failed")
    app.page.get_by_role("button", name=re.compile("^Go on")).click()
    app.expect_state("paused")
    app.expect_iteration(100)
    app.button("Step").click()
    app.expect_iteration(200)
    app.expect_state("paused")


def test_a_worker_killed_in_the_midst_of_a_step_ends_the_step_where_it_was_to_end(app):
    app.field("Step size").select_option("100")
    app.page.locator("#pace").select_option("10")
    app.button("Step").click()
    expect(app.html).to_have_attribute("data-iteration", re.compile(r"^(1[5-9]|2\d)$"))
    end_worker(app.page)
    app.expect_state("failed")
    app.page.locator("#pace").select_option("full")
    app.page.get_by_role("button", name=re.compile("^Go on")).click()
    app.expect_iteration(100)
    app.expect_state("paused")
