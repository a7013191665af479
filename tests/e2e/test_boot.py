"""From an empty page to a network that is ready."""

from playwright.sync_api import expect

from tests.e2e.app import BOOT, App

NOTE_STAGES = """globalThis.seen = [];
  new MutationObserver(() => {
    const [stage, bar] = ["boot-stage", "boot-bar"].map((id) => document.getElementById(id));
    if (document.documentElement.dataset.state !== "loading" || !bar) return;
    globalThis.seen.push([stage.textContent, bar.value]);
  }).observe(document, { attributes: true, childList: true, characterData: true, subtree: true });
"""
STAGES = ["Files", "Python", "NumPy", "Network"]


def test_the_start_is_told_in_named_stages_and_ends_ready(page, site, watch):
    page.add_init_script(NOTE_STAGES)
    page.goto(site, wait_until="commit")
    app = App(page)
    app.expect_state("loading")
    bar = page.locator("#boot-bar")
    expect(bar).to_be_visible()
    app.expect_state("ready")
    seen = page.evaluate("seen")
    assert len({stage for stage, _ in seen}) > 2
    assert len({value for _, value in seen}) > 3
    assert page.locator("#boot-stages li").all_text_contents() == STAGES
    expect(bar).not_to_be_visible()


def test_the_untrained_network_shows_its_first_wrong_answer(app):
    expect(app.accuracy).to_have_text("0.01 %")
    expect(app.page.locator("#sentence")).to_contain_text("says 1, the sum is 69")
    assert app.iteration == 0
    expect(app.button("Train")).to_be_enabled()
    expect(app.button("Pause")).to_be_disabled()


def test_the_foot_of_the_page_names_the_versions(app):
    expect(app.page.locator("#versions")).to_contain_text("NumPy 2.4.3")


def test_nothing_moves_while_the_page_loads_and_trains(page, site, watch):
    page.add_init_script(
        """globalThis.shifts = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) if (!entry.hadRecentInput) shifts += entry.value;
        }).observe({ type: "layout-shift", buffered: true });"""
    )
    page.goto(site)
    app = App(page)
    app.expect_state("ready")
    app.train_to_the_end()
    assert page.evaluate("shifts") < 0.01


def test_the_page_keeps_to_its_own_host_under_a_strict_policy(app, watch):
    app.button("Step").click()
    app.expect_iteration(1)
    policy = app.page.locator('meta[http-equiv="Content-Security-Policy"]').get_attribute("content")
    assert "'unsafe-eval'" not in policy
    assert "'unsafe-inline'" not in policy
    assert policy.startswith("default-src 'none'")
    assert any(url.endswith("pyodide.asm.wasm") for url in watch.requests)


def test_a_slow_network_is_no_false_alarm_and_the_bar_keeps_moving(page, site, watch):
    line = page.context.new_cdp_session(page)
    line.send("Network.enable")
    speed = {"latency": 80, "downloadThroughput": 3_000_000, "uploadThroughput": 500_000}
    line.send("Network.emulateNetworkConditions", {"offline": False, **speed})
    page.add_init_script(NOTE_STAGES)
    page.goto(site)
    App(page).expect_state("ready", 2 * BOOT)
    assert len({value for _, value in page.evaluate("seen")}) > 10
