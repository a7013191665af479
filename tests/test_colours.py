"""The colours by role: legible as text, and apart from one another for every kind of eye."""

import re
from itertools import combinations

import numpy as np
import pytest

from builder.places import WEB

STYLE = (WEB / "shell" / "style.css").read_text(encoding="utf-8")
ROLES = ("input", "memory", "output", "blame", "wrong")
GROUNDS = ("paper", "sheet", "well")
LEGIBLE = 4.5  # contrast of text with its ground, as WCAG 2.2 wants it
APART = 0.1  # in OKLab; colours of the roles are hardly ever as near as that by chance
# What is seen without one kind of cones, in linear sRGB: Machado, Oliveira and Fernandes 2009.
EYES = {
    "all cones": np.eye(3),
    "protanopia": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "deuteranopia": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "tritanopia": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
}
# From linear sRGB to OKLab: Björn Ottosson 2020.
TO_CONES = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)
TO_LAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
)


def palette(theme: str) -> dict[str, np.ndarray]:
    """The colours of a theme in linear sRGB, by name."""
    start = STYLE.index(":root {" if theme == "light" else ':root[data-theme="dark"] {')
    block = STYLE[start : STYLE.index("\n}", start)]
    return {name: linear(value) for name, value in re.findall(r"--([\w-]+): (#\w{6});", block)}


def linear(hexadecimal: str) -> np.ndarray:
    shown = np.array([int(hexadecimal[at : at + 2], 16) for at in (1, 3, 5)]) / 255
    return np.where(shown <= 0.04045, shown / 12.92, ((shown + 0.055) / 1.055) ** 2.4)


def contrast(one: np.ndarray, other: np.ndarray) -> float:
    low, high = sorted(colour @ (0.2126, 0.7152, 0.0722) for colour in (one, other))
    return float((high + 0.05) / (low + 0.05))


def seen(colour: np.ndarray, eye: str) -> np.ndarray:
    return TO_LAB @ np.cbrt(TO_CONES @ np.clip(np.array(EYES[eye]) @ colour, 0, 1))


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("eye", EYES)
def test_no_two_roles_look_alike(theme, eye):
    colours = palette(theme)
    for one, other in combinations(ROLES, 2):
        distance = np.linalg.norm(seen(colours[one], eye) - seen(colours[other], eye))
        assert distance >= APART, (one, other)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_role_can_be_read_as_text(theme):
    colours = palette(theme)
    for role in (*ROLES, "ink", "muted"):
        for ground in GROUNDS:
            assert contrast(colours[role], colours[ground]) >= LEGIBLE, (role, ground)
