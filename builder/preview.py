"""The picture that a link to the page is shown with: the page's first sum, with its carries."""

WIDTH, HEIGHT = 1200, 630
BITS = 8
FIRST, SECOND = 9, 60  # the sum that the page opens with
CELL, GAP = 96, 16
LEFT = (WIDTH - BITS * (CELL + GAP) + GAP) // 2
ROWS = {"carry": 60, "first": 150, "second": 262, "sum": 426}  # row -> its upper edge

PAPER, WELL, LINE, INK, CARRY = "#0b0e12", "#1b2129", "#2c343f", "#e9eef4", "#8cc2ff"
ONE, ON_ONE = "#b9dcff", "#06192f"


def svg() -> str:
    """Return the picture; digits are drawn as strokes, so no font is needed."""
    total = FIRST + SECOND
    carries = total ^ FIRST ^ SECOND
    cells = [
        *(_cell("first", place, FIRST) for place in range(BITS)),
        *(_cell("second", place, SECOND) for place in range(BITS)),
        *(_cell("sum", place, total, (ONE, ON_ONE)) for place in range(BITS)),
        *(_carry(place) for place in range(BITS) if carries >> place & 1),
    ]
    rule = f'<path d="M{LEFT} 392H{WIDTH - LEFT}" stroke="{LINE}" stroke-width="4"/>'
    body = "\n".join([f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{PAPER}"/>', rule, *cells])
    size = f'width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>\n{body}\n</svg>\n'


def _x(place: int) -> int:
    """Return the left edge of a bit's column: the lowest bit stands on the right."""
    return LEFT + (BITS - 1 - place) * (CELL + GAP)


def _cell(row: str, place: int, number: int, lit: tuple[str, str] = (WELL, INK)) -> str:
    """Draw one bit of a number in its cell; `lit` is how a 1 looks: ground and digit."""
    bit = number >> place & 1
    ground, ink = lit if bit else (WELL, INK)
    x, y = _x(place), ROWS[row]
    box = f'<rect x="{x}" y="{y}" width="{CELL}" height="{CELL}" rx="14" fill="{ground}"/>'
    return box + _digit(bit, x + CELL // 2, y + CELL // 2, 1.0, ink)


def _carry(place: int) -> str:
    """Draw a carried 1 above its column, and the way it came from the column on its right."""
    x, y = _x(place) + CELL // 2, ROWS["carry"] + 42
    near, far = x + 26, x + CELL + GAP - 26
    way = f"M{far} {y}C{far - 10} {y - 34} {near + 10} {y - 34} {near} {y}m-4 -16l4 17l15 -8"
    style = f'fill="none" stroke="{CARRY}" stroke-width="5" stroke-linecap="round"'
    return f'<path d="{way}" {style} stroke-linejoin="round"/>' + _digit(1, x, y, 0.7, CARRY)


def _digit(bit: int, x: int, y: int, scale: float, ink: str) -> str:
    """Draw 0 or 1 around a centre."""
    one = '<path d="M-10 -13L2 -22V22"/>'
    zero = '<ellipse rx="14" ry="22"/>'
    style = f'fill="none" stroke="{ink}" stroke-width="7" stroke-linecap="round"'
    place = f"translate({x} {y}) scale({scale})"
    return f'<g transform="{place}" {style} stroke-linejoin="round">{one if bit else zero}</g>'
