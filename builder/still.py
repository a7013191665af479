"""A picture of the recorded run for those without scripts: the error trace and the last sum."""

import json
from pathlib import Path
from statistics import mean
from typing import Any

WIDTH, HEIGHT = 640, 400
LEFT, TOP, ACROSS, DOWN = 44, 34, 540, 190  # of the chart
CELL, GRID = 56, 262  # width of a column of the sum; its top
POINT = 50  # iterations in a point of the trace
MOST = 5.0  # the highest error on the axis

STYLE = """
svg { color-scheme: light dark; font: 14px system-ui, sans-serif; fill: #1c1a17; }
.sheet { fill: #fffdf9; } .rule { stroke: #ddd5c8; } .small { font-size: 12px; fill: #5f584e; }
.error, .exact { fill: none; stroke-width: 2; } .error { stroke: #b44a10; }
.exact { stroke: #5b2d82; stroke-dasharray: 6 4; } .says { font-weight: 700; }
@media (prefers-color-scheme: dark) {
svg { fill: #f1ece3; } .sheet { fill: #1a1815; } .rule { stroke: #3a352e; }
.small { fill: #b3aa9c; } .error { stroke: #fea949; } .exact { stroke: #bd9afe; } }
"""


def picture(recording: Path) -> bytes:
    """Return the recording as one SVG."""
    frames = json.loads(recording.read_text(encoding="utf-8"))["frames"]
    parts = [
        f'<rect class="sheet" width="{WIDTH}" height="{HEIGHT}"/>',
        *_chart(frames),
        *_sum(frames[-1]["example"]),
    ]
    box = f'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}"'
    return "\n".join([f"<svg {box}><style>{STYLE}</style>", *parts, "</svg>\n"]).encode()


def _chart(frames: list[dict[str, Any]]) -> list[str]:
    """Draw the mean error, and the share of all sums that come out right, by iteration."""
    errors = [error for frame in frames for error in frame["errors"]]
    means = [mean(errors[at : at + POINT]) / MOST for at in range(0, len(errors), POINT)]
    shares = [frame["measurements"][-1]["exact"] for frame in frames]
    end, most = TOP + DOWN, f"{len(errors):,}"
    falls = f"mean error: {MOST * means[0]:.1f} at first, {MOST * means[-1]:.1f} at last"
    return [
        _text(LEFT, 20, falls),
        _text(LEFT + ACROSS, 20, f"- - sums right: {100 * shares[-1]:.0f} % at last", "end"),
        f'<path class="rule" d="M{LEFT} {TOP}V{end}H{LEFT + ACROSS}V{TOP}" fill="none"/>',
        _line("error", means),
        _line("exact", shares),
        _text(LEFT, end + 18, "iteration 0", kind="small"),
        _text(LEFT + ACROSS, end + 18, most, "end", "small"),
    ]


def _line(kind: str, values: list[float]) -> str:
    """Draw values from 0 to 1 from the left end of the chart to the right."""
    step = ACROSS / (len(values) - 1)
    points = " ".join(
        f"{LEFT + place * step:.1f},{TOP + DOWN * (1 - value):.1f}"
        for place, value in enumerate(values)
    )
    return f'<polyline class="{kind}" points="{points}"/>'


def _sum(example: dict[str, Any]) -> list[str]:
    """Write the last sum in binary, with what the network says of it."""
    a, b, outputs = example["a"], example["b"], example["outputs"]
    said = sum((output > 0.5) << bit for bit, output in enumerate(outputs))
    rows = {"first": a, "+ second": b, "= sum": a + b, "network": said}
    drawn = []
    for row, (name, number) in enumerate(rows.items()):
        y, kind = GRID + 8 + 30 * row, "says" if name == "network" else ""
        drawn.append(_text(LEFT, y + 8, name, kind=kind))
        for at, digit in enumerate(f"{number:0{len(outputs)}b}"):
            drawn.append(_text(150 + CELL * at, y + 8, digit, kind=kind))
        drawn.append(_text(LEFT + ACROSS + 40, y + 8, str(number), "end", kind))
    return drawn


def _text(x: float, y: float, words: str, anchor: str = "start", kind: str = "") -> str:
    return f'<text x="{x}" y="{y}" text-anchor="{anchor}" class="{kind}">{words}</text>'
