"""axe-core, asked from outside: the page's policy lets no foreign script in."""

from playwright.sync_api import Page

from builder.places import MODULES

SOURCE = MODULES / "axe-core" / "axe.min.js"
# What is only just coming up is nobody's contrast: looked at again if anything began meanwhile.
RUN = """async () => {
  if (!("animationsBegun" in globalThis)) {
    globalThis.animationsBegun = 0;
    addEventListener("animationstart", () => globalThis.animationsBegun++, true);
  }
  for (;;) {
    const before = animationsBegun;
    await new Promise(requestAnimationFrame);
    const ending = document.getAnimations()
      .filter((one) => one.effect.getComputedTiming().endTime < Infinity);
    await Promise.allSettled(ending.map((one) => one.finished));
    const { violations } = await axe.run({ resultTypes: ["violations"] });
    if (animationsBegun === before) return violations;
  }
}"""


def violations(page: Page) -> list[str]:
    """What axe-core objects to on the page as it stands, a line for each element."""
    if not page.evaluate("'axe' in globalThis"):
        page.evaluate(SOURCE.read_text(encoding="utf-8"))
    return [
        f"{rule['id']}: {node['html'][:160]} {node['failureSummary']}"
        for rule in page.evaluate(RUN)
        for node in rule["nodes"]
    ]
