"""Finds what is cut off and what lies over something else, on any screen, with any letters."""

from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Page

WIDTHS = (320, 390, 768, 1280, 1920)
HEIGHTS = {320: 568, 390: 844, 768: 1024, 1280: 800, 1920: 1080}
LETTERS = (16, 24, 32)  # pixels that the visitor's browser is set to
ALL = [(width, letters) for letters in LETTERS for width in WIDTHS]
FEW = [(320, 16), (768, 16), (320, 32), (390, 24), (1280, 32)]  # where the most has been found

# Panels far out of sight are not laid out, and what moves would be caught half-way.
ALL_LAID_OUT = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * { content-visibility: visible !important; transition: none !important }
    * { animation: none !important }
  `);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}"""

# Two frames: what watches sizes draws in the second. What is out of sight is drawn as for paper.
SETTLED = """new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => {
  for (const kind of ["beforeprint", "afterprint"]) dispatchEvent(new Event(kind));
  done();
})))"""

FAULTS = (Path(__file__).parent / "faults.js").read_text(encoding="utf-8")


class Sizes:
    """One page, looked at in every size."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._line = page.context.new_cdp_session(page)
        page.evaluate(ALL_LAID_OUT)

    def set(self, width: int, letters: int) -> None:
        """Give the page a screen of that width and a browser with letters of that size."""
        fonts = {"standard": letters, "fixed": round(letters * 13 / 16)}
        self._line.send("Page.setFontSizes", {"fontSizes": fonts})
        self._page.set_viewport_size({"width": width, "height": HEIGHTS[width]})
        self._page.evaluate(SETTLED)

    def faults(self, state: str, sizes: Sequence[tuple[int, int]] = ALL) -> list[str]:
        """Return what is wrong at any size; the page is left as a laptop shows it."""
        found = []
        for width, letters in sizes:
            self.set(width, letters)
            faults = self._page.evaluate(FAULTS)
            found += [f"{state}, {width} wide, letters of {letters}: {fault}" for fault in faults]
        self.set(1280, 16)
        return found
