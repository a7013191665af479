"""The browser's memory of a visitor: a new one, and one that has been here before.

Most of what a start costs is the compiling of Python's WebAssembly. A browser does that once for as
long as any page in the same process holds the outcome. Pages of the visitor who has been here
before are therefore in one process, with a page beside them that holds it; each is started anew,
and what a page leaves behind is taken away with it.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

from tests.e2e.artifacts import Recorder

PATIENCE = 60_000  # milliseconds for whatever is to be pressed or opened, on a slow machine
SIZE: ViewportSize = {"width": 1280, "height": 800}
ONE_PROCESS = "--process-per-site"  # for the pages of one site in one memory
EMPTY = "<!doctype html><link rel=icon href=data:,>"
# Most tests are about the Lab at full speed: whoever comes has chosen so before.
CHOICES = """try {
  for (const [name, choice] of [["view", "lab"], ["pace", "full"]])
    localStorage.setItem(name, localStorage.getItem(name) ?? choice);
} catch {}"""
# They have been everywhere, too: what nobody has opened is not in the page (choose-view.js).
ENTERED = """new MutationObserver((_, observer) => {
  const { state } = document.documentElement.dataset;
  if (globalThis.hasEnteredNothing || !["ready", "failed"].includes(state)) return;
  observer.disconnect();
  for (const { dataset } of document.querySelectorAll("template[data-until]"))
    dispatchEvent(new CustomEvent("wanted", { detail: dataset.until }));
}).observe(document, { subtree: true, attributeFilter: ["data-state"] })"""
HOLD = """WebAssembly.compileStreaming(fetch("pyodide/pyodide.asm.wasm"))
  .then((module) => { globalThis.held = module; })"""
THROTTLE = float(os.environ.get("BINADD_THROTTLE") or 1)  # so many times as slow, as in DevTools
LOCALE = os.environ.get("BINADD_LOCALE")  # the time zone is the process's own, TZ


def as_asked(browser: Browser, recorder: Recorder) -> Browser:
    """Have every memory of it be in the country and on the machine asked for, and recorded."""
    plain = browser.new_context

    def new_context(**options: Any) -> BrowserContext:
        context = plain(**{"locale": LOCALE, **options})
        context.set_default_timeout(PATIENCE)
        for script in (CHOICES, ENTERED):
            context.add_init_script(script)
        if THROTTLE != 1:
            context.on("page", _throttle)
        recorder.listen(context)
        return context

    browser.new_context = new_context  # type: ignore[method-assign]
    return browser


def _throttle(page: Page) -> None:
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": THROTTLE})


class Returning:
    """A visitor who has been here before: all is compiled, and nothing else is kept."""

    def __init__(self, browser: Browser, site: str, recorder: Recorder) -> None:
        self._recorder = recorder
        self.context = browser.new_context(viewport=SIZE, service_workers="block")
        self._beside = self.context.new_page()
        empty = {"body": EMPTY, "content_type": "text/html"}
        self._beside.route("**/beside", lambda route: route.fulfill(**empty))
        self._beside.goto(f"{site}beside")
        self._beside.evaluate(HOLD)

    @contextmanager
    def visit(self) -> Iterator[Page]:
        """A page of its own; what it opened, kept and was allowed goes with it."""
        self._recorder.forget(self.context)
        before = set(self.context.pages)
        yield self.context.new_page()
        for page in set(self.context.pages) - before:
            page.close()
        self._beside.evaluate("localStorage.clear()")
        self.context.clear_cookies()
        self.context.clear_permissions()


@contextmanager
def first_visit(browser: Browser) -> Iterator[Page]:
    """A page in a memory of its own, in which nothing is yet.

    Without service workers: each test would fetch the whole site once more, and a file that a test
    damages must be the one that the page gets. test_offline.py makes contexts that have them.
    """
    context = browser.new_context(viewport=SIZE, service_workers="block")
    yield context.new_page()
    context.close()
