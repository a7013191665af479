"""What a page and its worker hold of memory, in Chromium."""

from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import CDPSession, Page

from tests.e2e.devtools import Target

LISTEN = """() => {
  const views = Object.getPrototypeOf(Uint8Array.prototype);
  globalThis.heard = 0;
  globalThis.unheard = ["subarray", "slice", "set"].map((name) => {
    const own = views[name];
    views[name] = function (...details) {
      globalThis.heard = Math.max(globalThis.heard, this.buffer.byteLength);
      return own.apply(this, details);
    };
    return () => { views[name] = own; };
  });
}"""
HEARD = "() => { for (const undo of unheard) undo(); return heard; }"


class Held(NamedTuple):
    """What is held after a garbage collection."""

    page: float  # MB of the page's JavaScript
    nodes: float  # of the document, and those that something still holds
    listeners: float  # of events
    worker: float  # MB of the worker's JavaScript
    python: float  # MB of WebAssembly memory: Python, NumPy and the network; it never shrinks
    process: float  # MB of the page's process that are in the machine's memory

    @property
    def words(self) -> str:
        """All in one line."""
        return (
            f"page {self.page:5.2f} MB, {self.nodes:.0f} nodes, {self.listeners:.0f} listeners; "
            f"worker {self.worker:5.2f} MB; Python {self.python:.1f} MB; "
            f"process {self.process:.0f} MB"
        )


class Scale:
    """Weighs one page, again and again."""

    def __init__(self, page: Page) -> None:
        assert page.context.browser
        self._page = page
        self._browser = page.context.browser.new_browser_cdp_session()
        self._own = page.context.new_cdp_session(page)
        attached: dict[str, str] = {}  # kind of target -> session
        self._own.on(
            "Target.attachedToTarget",
            lambda event: attached.update({event["targetInfo"]["type"]: event["sessionId"]}),
        )
        follow = {"autoAttach": True, "waitForDebuggerOnStart": False, "flatten": False}
        self._own.send("Target.setAutoAttach", follow)
        self._worker = Target(self._own, attached["worker"])

    def weigh(self, speak: str) -> Held:
        """Weigh everything; `speak`, an expression in the page, makes Python answer something."""
        worker = self._page.workers[0]
        worker.evaluate(LISTEN)
        self._page.evaluate(speak)
        self._page.wait_for_timeout(500)
        python = worker.evaluate(HEARD)
        for _ in range(2):  # the first frees what the second finds unheld
            self._own.send("HeapProfiler.collectGarbage")
            self._worker.send("HeapProfiler.collectGarbage")
        counted = self._own.send("Memory.getDOMCounters")
        return Held(
            page=self._own.send("Runtime.getHeapUsage")["usedSize"] / 1e6,
            nodes=counted["nodes"],
            listeners=counted["jsEventListeners"],
            worker=self._worker.send("Runtime.getHeapUsage")["usedSize"] / 1e6,
            python=python / 1e6,
            process=resident(self._browser),
        )


def resident(browser: CDPSession) -> float:
    """Return the MB in memory of the process that has worked most for a page."""
    processes = browser.send("SystemInfo.getProcessInfo")["processInfo"]
    pages = [process for process in processes if process["type"] == "renderer"]
    status = Path(f"/proc/{max(pages, key=lambda process: process['cpuTime'])['id']}/status")
    if not status.is_file():
        return float("nan")
    lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
    return int(lines["VmRSS"].split()[0]) / 1024
