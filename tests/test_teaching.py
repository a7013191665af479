"""The page for teachers: made of the Story's chapters, and every figure in it is the package's."""

import re

import numpy as np
import pytest

from binadd.bits import as_text, to_bits
from binadd.experiments import edited
from binadd.in_parts import finish
from binadd.inside import push
from binadd.judging.addition import add
from binadd.network import bits_said, forward, initial_weights
from builder.places import WEB
from tests.built import page
from tests.trained import tutorial

PAGE = re.sub(r"\s+", " ", page("teach.html"))
STORY = page("index.html")
CHAPTERS = re.findall(r'<article class="chapter" id="chapter-(\w+)"', STORY)


def answer(place: int) -> str:
    """What the answers to the worksheet say of a chapter, the first being 0."""
    listed = PAGE[PAGE.index('<h2 id="answers">') :]
    return re.findall(r"<li>(.+?)</li>", listed)[place]


def of(chapter: str) -> str:
    return answer(CHAPTERS.index(chapter))


def test_every_chapter_has_an_aim_a_lesson_a_box_and_an_answer():
    assert re.findall(r'aria-labelledby="lesson-(\w+)"', PAGE) == CHAPTERS
    assert PAGE.count("<li>I can ") == len(CHAPTERS)
    assert PAGE.count("<dt>You may hear</dt>") == len(CHAPTERS)
    worksheet = PAGE[PAGE.index('class="worksheet"') : PAGE.index('<h2 id="answers">')]
    assert worksheet.count("<td></td><td></td>") == len(CHAPTERS)


def test_the_lessons_last_as_long_as_they_say():
    total = re.search(r'<th scope="row">In all</th><td>(\d+)</td><td>(\d+)</td>', PAGE)
    assert total
    assert total.groups() == ("45", "90")


def test_the_footer_leads_to_it():
    assert 'href="./teach.html"' in STORY


def test_what_the_untrained_network_writes_is_told_rightly():
    inputs = np.stack([to_bits(127, 8), to_bits(1, 8)], axis=1).astype(float)
    outputs = forward(initial_weights(np.random.RandomState(0), 16), inputs).outputs
    least, most = (f"{output:.2f}".removeprefix("0") for output in (outputs.min(), outputs.max()))
    written = as_text(bits_said(outputs))
    assert f"{written}. Every output lies between {least} and {most}." in of("guess")


def test_the_sum_that_is_written_by_hand_is_told_with_its_marks():
    a, b = 27, 78
    marks = [bit for bit in range(8) if (a ^ b ^ (a + b)) >> bit & 1]
    assert f"{a} + {b} = {a + b}, which is {a + b:08b}." in of("you")
    assert marks == [2, 3, 4, 5]
    assert "Marks stand at bits 2, 3, 4 and 5." in of("you")


def test_where_it_clicks_is_told_rightly():
    honest = finish(edited.compare(piece=", to be read from top to bottom")).honest
    clicked = honest.evaluated[honest.exact > 0.5][0]
    assert f"It clicks at {clicked:,.0f} sums." in of("learn")
    assert honest.exact[-1] == 1


def test_what_is_left_without_memory_is_told_rightly():
    left = sum(a & b == 0 for a in range(128) for b in range(128))
    assert f"{left:,} of 16,384." in of("cut")


def test_the_pushes_are_told_rightly_and_that_two_thirds_is_pushed_hardest():
    assert ".117 against .0098, twelve times as hard" in of("push")
    grid = np.arange(1, 100) / 100
    assert grid[push.at_outputs(grid, 0).pushes.argmax()] == pytest.approx(2 / 3, abs=0.01)
    assert "At two thirds:" in PAGE


def test_where_the_long_carry_is_forgotten_is_told_rightly():
    wrong = add(tutorial(0, 20_000), 2_147_483_647, 1, 8).wrong
    assert f"it forgets at bit {wrong[0]}" in of("forever")


def test_when_the_network_without_the_slope_is_right_is_told_rightly():
    honest, changed = finish(edited.compare())
    told = f"all sums are right after {changed.perfect:,.0f} instead of {honest.perfect:,.0f}."
    assert told in of("break")


def test_all_that_teachers_read_of_a_chapter_stands_in_its_file_of_words():
    for chapter in CHAPTERS:
        text = (WEB / "features" / "story" / "words" / f"{chapter}.html").read_text("utf-8")
        for block in ("aim", "misconception", "ask", "reply", "truth"):
            assert text.count(f"{{% block {block} %}}") == 1
