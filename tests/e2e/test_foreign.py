"""What others do wrong in the page, browser extensions and hosts, does not end its start."""

import json
import os

import pytest
from playwright.sync_api import expect

from tests.e2e.app import BOOT, App
from tests.e2e.conftest import QUIET, altered_site

pytestmark = pytest.mark.usefixtures("returning")  # nothing here is about a first visit

FOREIGN = r"""
addEventListener("load", () => {
  const addScript = (src) =>
    document.head.append(Object.assign(document.createElement("script"), { src }));
  const looped = { message: "ResizeObserver loop completed", filename: location.href };
  const thrown = [
    new Error("MetaMask: Failed to connect"),
    new Error("x\n    at http://host/main.js:1:1"),
    Object.assign(new Error("x"), { stack: `Error: x\n    at ${location.href}inject.js:1:1` }),
    Object.assign(new Error("x"), { stack: "x@moz-extension://guest/start.js:1:1" }),
    Object.assign(new Error("x"), { stack: undefined }),
    Object.create(null),
    { code: 4001 },
    "a text",
    undefined,
    null,
  ];
  globalThis.times = 0;
  const fail = () => {
    times += 1;
    for (const what of thrown) {
      setTimeout(() => { throw what; });
      Promise.reject(what);
    }
    dispatchEvent(new ErrorEvent("error", { message: "Script error." }));
    dispatchEvent(new ErrorEvent("error", looped));
    if (times > 5) return;
    addScript("./cdn-cgi/start.js");
    document.body.append(Object.assign(new Image(), { src: "./no.png" }));
  };
  fail();
  setInterval(fail, 250);
});
"""


def test_what_goes_wrong_in_foreign_scripts_does_not_end_the_start(page, site):
    page.add_init_script(FOREIGN)
    page.goto(site)
    app = App(page)
    app.expect_state("ready", 2 * BOOT)
    app.until("times > 5")  # however fast the start was
    app.expect_state("ready")
    expect(app.failure).to_be_hidden()


def test_a_script_that_the_host_puts_into_the_page_is_not_ours(page, copy):
    index = copy / "index.html"
    index.write_text(index.read_text().replace("<head>", '<head><script src="./live.js"></script>'))
    (copy / "live.js").write_text('setInterval(() => { throw new Error("no connection"); }, 250);')
    with altered_site(copy) as address:
        page.goto(address)
        App(page).expect_state("ready", 2 * BOOT)


EXTENSION = """
setInterval(() => { throw new Error("the wallet is locked"); }, 250);
setInterval(() => Promise.reject({ code: 4001 }), 250);
setInterval(() => Promise.reject(new Error("Failed to connect")), 250);
const patched = globalThis.fetch;
globalThis.fetch = (...words) => {
  Promise.reject(new Error("a guest"));
  return patched(...words);
};
document.documentElement.dataset.guest = "here";
"""


def test_a_real_extension_that_fails_all_the_time_does_not_end_the_start(browser, site, tmp_path):
    extension = tmp_path / "extension"
    extension.mkdir()
    script = {"matches": ["<all_urls>"], "js": ["start.js"], "run_at": "document_start"}
    about = {"manifest_version": 3, "name": "Guest", "version": "1"}
    about["content_scripts"] = [{**script, "world": "MAIN"}]
    (extension / "manifest.json").write_text(json.dumps(about))
    (extension / "start.js").write_text(EXTENSION)
    context = browser.browser_type.launch_persistent_context(
        tmp_path / "profile",
        executable_path=os.environ.get("BINADD_CHROMIUM"),
        args=[*QUIET, f"--load-extension={extension}"],
        ignore_default_args=["--disable-extensions"],
        service_workers="block",
    )
    page = context.new_page()
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(site)
    app = App(page)
    app.expect_state("ready", 2 * BOOT)
    expect(app.html).to_have_attribute("data-guest", "here")
    assert any("wallet" in error for error in errors)
    expect(app.failure).to_be_hidden()
    context.close()


OURS = {
    "an error": "setTimeout(() => { throw new Error('ours'); });",
    "a rejection": "Promise.reject(new Error('ours'));",
    "a rejection later": "setTimeout(async () => { await 0; throw new TypeError('ours'); });",
    "an error in a built-in": "setTimeout(() => [1].map(() => { throw new Error('ours'); }));",
}


@pytest.mark.parametrize("what", OURS)
def test_what_goes_wrong_in_a_script_of_ours_is_told_at_once(page, copy, what):
    hold_python_back(page)
    with (copy / "main.js").open("a") as file:
        file.write(f"\n{OURS[what]}\n")
    with altered_site(copy) as address:
        page.goto(address)
        App(page).expect_state("failed", 20_000)
        expect(page.locator("#failure-reason")).to_have_text("Python could not be started: ours.")
        expect(page.locator("#failure-detail")).to_contain_text("main.js")


def hold_python_back(page):
    """Let the start last: what starts Python is asked for and does not come."""
    page.route("**/worker.py", lambda _route: None)
