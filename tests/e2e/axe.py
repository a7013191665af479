"""axe-core, asked from outside: the page's policy lets no foreign script in."""

from playwright.sync_api import Page

from builder.places import MODULES

SOURCE = MODULES / "axe-core" / "axe.min.js"
SETTLED = "new Promise((done) => requestAnimationFrame(() => setTimeout(done, 150)))"


def violations(page: Page) -> list[str]:
    """What axe-core objects to on the page as it stands, a line for each element."""
    page.evaluate(SETTLED)  # a colour in mid-transition is nobody's contrast
    if not page.evaluate("'axe' in globalThis"):
        page.evaluate(SOURCE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run({ resultTypes: ['violations'] })")["violations"]
    return [
        f"{rule['id']}: {node['html'][:160]} {node['failureSummary']}"
        for rule in found
        for node in rule["nodes"]
    ]
