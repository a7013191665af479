"""axe-core, asked from outside: the page's policy lets no foreign script in."""

from playwright.sync_api import Page

from builder.places import MODULES

SOURCE = MODULES / "axe-core" / "axe.min.js"
SETTLED = """new Promise(requestAnimationFrame).then(() => Promise.allSettled(
  document.getAnimations()
    .filter((one) => one.effect.getComputedTiming().endTime < Infinity)
    .map((one) => one.finished)
))"""


def violations(page: Page) -> list[str]:
    """What axe-core objects to on the page as it stands, a line for each element."""
    page.evaluate(SETTLED)  # what is only just coming up is nobody's contrast
    if not page.evaluate("'axe' in globalThis"):
        page.evaluate(SOURCE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run({ resultTypes: ['violations'] })")["violations"]
    return [
        f"{rule['id']}: {node['html'][:160]} {node['failureSummary']}"
        for rule in found
        for node in rule["nodes"]
    ]
