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
READ = """([within, smallest]) => [...document.querySelectorAll("body *")]
  .filter((each) => each.closest(within) && each.checkVisibility({ visibilityProperty: true }) &&
    [...each.childNodes].some((node) => node.nodeType === 3 && node.data.trim()) &&
    parseFloat(getComputedStyle(each).fontSize) < smallest)
  .map((each) => `${each.outerHTML.slice(0, 80)}: ${getComputedStyle(each).fontSize}`)"""


def too_small_to_press(
    page: Page, within: str = "body", inline: str = INLINE, sides: tuple[str, ...] = ("height",)
) -> list[str]:
    """Return what is pressed there, but not in a line, and is smaller than a fingertip."""
    return page.evaluate(PRESSED, [within, inline, list(sides), FINGERTIP])


def too_small_to_read(page: Page, within: str = "body") -> list[str]:
    """Return what has letters there that are smaller than anybody reads with ease."""
    return page.evaluate(READ, [within, SMALLEST])
