"""Sees what moves on the page although nobody has touched its panel."""

from tests.e2e.app import App

OBSERVE = """
  globalThis.shifts = [];
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      for (const { node, previousRect: from, currentRect: to } of entry.sources) {
        const element = node?.nodeType === 1 ? node : node?.parentElement;
        const panel = element?.closest?.(".instrument > *, .masthead");
        if (!panel) continue;
        const part = `${element.localName}#${element.id}.${element.className}`;
        const [was, is] = [from, to].map(({ x, y, width, height }) => [x, y, width, height]);
        globalThis.shifts.push([panel.classList[0] ?? panel.localName, part, was, is]);
      }
    }
  });
  observer.observe({ type: "layout-shift", buffered: true });
"""
ROUNDING = 1  # pixel
FRAMES = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
PLACES = """Object.fromEntries(
  [...document.querySelectorAll(".masthead, .instrument > *")]
    .filter((panel) => panel.checkVisibility())
    .map((panel) => {
      const { left, right, top } = panel.getBoundingClientRect();
      const name = panel.classList[0] ?? panel.localName;
      return [name, [left + scrollX, right + scrollX, top + scrollY].map(Math.round)];
    })
)"""
ROOM = "(element) => element.closest('.instrument > [data-room]')?.dataset.room"


class Stillness:
    """Does one thing after the other, and notes what has moved that must not."""

    def __init__(self, app: App) -> None:
        self.app = app
        self.page = app.page
        self.moved: list[str] = []
        self._settle()

    def after(self, what: str, panels: str, done) -> None:
        """Press something, and wait until it is `done`: only what is in `panels` may change."""
        self._reach(what)
        before = self.page.evaluate(PLACES)
        self.page.evaluate("shifts.length = 0")
        self.page.locator(what).click()
        done(self.page)
        self._settle()
        places = self.page.evaluate(PLACES)
        for name in (before.keys() ^ places.keys()) - set(panels.split()):
            self.moved.append(f"{what}: {name} has come or gone")
        for name in before.keys() & places.keys():
            # a line of words that stands at the right may begin anywhere, if it ends there
            left, right, top = (abs(a - b) for a, b in zip(before[name], places[name], strict=True))
            if max(min(left, right), top) > ROUNDING:
                self.moved.append(f"{what}: {name} from {before[name]} to {places[name]}")
        for name, part, was, now in self.page.evaluate("shifts"):
            if name not in panels.split():
                self.moved.append(f"{what}: {part} in {name} from {was} to {now}")

    def fill(self, what: str, text: str) -> None:
        """Type something; what that moves is not in question."""
        self._reach(what)
        self.page.locator(what).fill(text)

    def _reach(self, what: str) -> None:
        """Enter the room of a thing; unfold the settings if it is one of theirs."""
        room = self.page.locator(what).evaluate(ROOM)
        if room:
            self.app.enter(room)
        if self.page.locator("#fields").locator(what).count():
            self.app.unfold()
        self._settle()

    def _settle(self) -> None:
        """Two frames: whatever is to be laid out has been."""
        self.page.evaluate(FRAMES)
