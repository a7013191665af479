"""Following the blame in a page, and the same lesson by Python alone."""

import re

import numpy as np
import pytest
from playwright.sync_api import expect

from binadd.inside.lesson import Lesson, lesson
from binadd.settings import Settings
from binadd.training.run import Run
from tests.e2e.app import App

NUMBER = r"−?(\d*\.?\d+)(?:·10(⁻[⁰¹²³⁴⁵⁶⁷⁸⁹]+))?"
SMALL = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")


def follow(app: App) -> None:
    """Open the panel, and wait for the lesson."""
    app.enter("memory")
    app.page.locator("#blame-open").click()
    expect(app.page.locator("#blame-words")).to_contain_text(re.compile(r"\d \+ [\d,]+, "))


def beat(app: App, number: int) -> None:
    app.page.locator("#blame-beats button").nth(number - 1).click()


def step(app: App, iterations: str = "1") -> None:
    """Train a little: the first sum that the network has learnt from is then in sight."""
    app.page.locator("#step-size").select_option(iterations)
    app.button("Step").click()
    app.expect_iteration(int(iterations))


def computed(app: App, iterations: int, **settings) -> Lesson:
    """The lesson in sight, by Python alone."""
    run = Run(Settings(**settings))
    run.advance(iterations)
    return lesson(run.weights, numbers(app, run.settings.bits), run.settings.alpha, biases=False)


def numbers(app: App, bits: int) -> tuple[int, int, int]:
    first, second = (
        app.page.locator(f".lesson .{row} [scope=row]").text_content()
        for row in ("first", "second")
    )
    return int(first.replace(",", "")), int(second.strip("+ ").replace(",", "")), bits


def row(app: App, name: str) -> list[str]:
    """The numbers of a row, the lowest bit first."""
    return app.page.locator(f".lesson .{name} .bit").all_text_contents()[::-1]


def value(text: str) -> float:
    """What a number under a column says: −.0058, 6·10⁻⁵."""
    digits, power = re.fullmatch(NUMBER, text).groups()
    return float(digits) * 10.0 ** int((power or "⁰").translate(SMALL)) * (-1) ** ("−" in text)


def values(app: App, name: str) -> list[float]:
    return [value(text) for text in row(app, name)]


def close(expected: np.ndarray) -> list:
    """As close as two figures can be, or one of a very small number: 6·10⁻⁵."""
    return [
        pytest.approx(each, rel=0.06 if abs(each) > 0.0009 else 0.5, abs=0) for each in expected
    ]
