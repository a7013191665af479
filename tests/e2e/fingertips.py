"""What a finger and an eye need on a phone: what is pressed is large enough, and so are letters."""

from playwright.sync_api import Page

FINGERTIP = 44  # pixels
SMALLEST = 12  # pixels of a letter
INLINE = "p a, p button, .term"  # what stands in a line is as high as that

# A box is pressed by its label, too.
PRESSED = """([within, inline, sides, fingertip]) => {
  const all = "a[href], button, input, select, summary, [role=slider], [role=application]";
  const isMeant = (each) => each.checkVisibility({ visibilityProperty: true }) &&
    each.closest(within) && !each.closest(".unseen") && !each.matches(inline);
  return [...document.querySelectorAll(all)].filter(isMeant)
    .map((each) => [each, (each.closest("label") ?? each).getBoundingClientRect()])
    .filter(([, box]) => sides.some((side) => box[side] < fingertip - 0.5))
    .map(([each, { width, height }]) => `${each.outerHTML.slice(0, 80)}: ${width} x ${height}`);
}"""
# A drawing can be shown smaller than it was drawn; what has no size is for ears alone.
READ = """([within, smallest]) => {
  const scale = (each) => each.getScreenCTM?.()?.a ?? 1;
  const size = (each) => scale(each) * parseFloat(getComputedStyle(each).fontSize);
  const isText = (each) => each.closest(within) &&
    each.checkVisibility({ visibilityProperty: true }) &&
    [...each.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  return [...document.querySelectorAll("body *")]
    .filter((each) => isText(each) && size(each) > 0 && size(each) < smallest - 0.1)
    .map((each) => `${each.outerHTML.slice(0, 80)}: ${size(each)}`);
}"""


def too_small_to_press(
    page: Page, within: str = "body", inline: str = INLINE, sides: tuple[str, ...] = ("height",)
) -> list[str]:
    """Return what is pressed there, but not in a line, and is smaller than a fingertip."""
    return page.evaluate(PRESSED, [within, inline, list(sides), FINGERTIP])


def too_small_to_read(page: Page, within: str = "body") -> list[str]:
    """Return what has letters there that are smaller than anybody reads with ease."""
    return page.evaluate(READ, [within, SMALLEST])
