"""What the page says in its own words agrees with the code: the form, the presets, the figures."""

import re
from html.parser import HTMLParser
from urllib.parse import parse_qs

import numpy as np
import pytest

from binadd.bits import OPERAND_BITS
from binadd.judging.addition import add
from binadd.judging.evaluation import evaluate
from binadd.judging.proof import prove
from binadd.settings import LIMITS, PRESETS, Settings, Switch
from binadd.training.run import Run
from builder.places import WEB
from tests.built import page

PAGE = page("index.html")


class Form(HTMLParser):
    """The settings form as it stands before any script: values by name, ids, labels, options."""

    def __init__(self):
        super().__init__()
        self.values, self.ids, self.labels, self.options = {}, set(), {}, {}
        self._select = self._label = ""
        start = PAGE.index('id="fields"')
        self.feed(PAGE[PAGE.rindex("<", 0, start) : PAGE.index("</form>", start)])

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.ids.add(given.get("id"))
        if tag == "input":
            self.values[given["name"]] = given["value"]
        if tag == "label":
            self._label = given["for"]
        if tag == "select":
            self._select = given["id"]
            self.options[self._select] = []
        if tag == "option":
            self.options[self._select].append(given["value"])
            if "selected" in given:
                self.values[self._select] = given["value"]

    def handle_endtag(self, tag):
        self._label = "" if tag == "label" else self._label

    def handle_data(self, data):
        if self._label:
            self.labels[self._label] = data.strip()


FORM = Form()
TWO_UNITS = Settings(hidden=2, alpha=0.5, iterations=40_000, seed=31, biases=True)
TRIED = re.findall(r'class="quiet" value="([^"]+)" aria-label="Try', PAGE)


FOR_THE_SQUARE = re.search(r'id="square-run" value="([^"]+)"', PAGE)[1]


def settings_of(text):
    """The settings of a button under the failures, written as in an address."""
    text = text.replace("&amp;", "&")
    return Settings(**{name: LIMITS[name].parse(each[0]) for name, each in parse_qs(text).items()})


def test_the_form_has_every_setting_with_its_default():
    values = {name: text for name, text in FORM.values.items() if name != "preset"}
    assert values.keys() == LIMITS.keys()
    assert Settings(**{name: LIMITS[name].parse(text) for name, text in values.items()}) == (
        Settings()
    )


@pytest.mark.parametrize("name", LIMITS)
def test_every_field_has_its_label_its_hint_and_a_place_for_a_refusal(name):
    assert FORM.labels[name].lower() == LIMITS[name].label
    assert {name, f"{name}-hint", f"{name}-error"} <= FORM.ids


def test_what_is_yes_or_no_has_just_these_options():
    for name, limit in LIMITS.items():
        if isinstance(limit, Switch):
            assert sorted(FORM.options[name]) == ["no", "yes"]
            assert {limit.parse(text) for text in FORM.options[name]} == {True, False}


def test_the_presets_are_those_of_the_package_and_the_first_is_the_default():
    assert FORM.options["preset"] == [*PRESETS, "custom"]
    assert PRESETS[FORM.values["preset"]] == Settings()


def test_the_script_knows_the_same_settings():
    script = (WEB / "state" / "setting-text.js").read_text(encoding="utf-8")
    names = re.search(r"export const NAMES = \[(.*?)\]", script)
    assert set(re.findall(r'"(\w+)"', names[1])) == set(LIMITS)


def test_the_longest_number_in_the_page_is_the_codes():
    said = {int(text.replace(",", "")) for text in re.findall(r"up to ([\d,]+) bits", PAGE)}
    assert said == {OPERAND_BITS}


def test_the_failures_worth_seeing_are_these():
    assert [settings_of(text) for text in TRIED] == [
        Settings(alpha=10),
        Settings(hidden=2),
        TWO_UNITS,
        Settings(iterations=20_000),
    ]


def test_the_square_leads_to_two_units_that_learn_it():
    assert settings_of(FOR_THE_SQUARE) == TWO_UNITS


def test_at_a_learning_rate_of_10_the_second_update_throws_every_output_up_to_1():
    outputs = Run(Settings(alpha=10)).advance(1_000).outputs
    assert outputs[1].max() < 0.999
    assert outputs[2:].min() > 0.999


def test_of_two_hidden_units_not_one_sum_in_a_hundred_is_right():
    run = Run(Settings(hidden=2))
    run.advance(run.settings.iterations)
    assert evaluate(run.weights, 8).exact < 0.01


def test_two_units_with_biases_wait_at_58_percent_then_are_proved_right_for_every_length():
    run = Run(TWO_UNITS)
    for iterations in (10_000, 10_000):
        run.advance(iterations)
        assert evaluate(run.weights, 8).exact == pytest.approx(0.58, abs=0.01)
    run.advance(20_000)
    assert evaluate(run.weights, 8).exact == 1
    assert prove(run.weights).verdict == "proved"


def test_after_20000_iterations_random_numbers_of_1024_bits_are_right_and_a_carry_at_30_is_not():
    run = Run(Settings(iterations=20_000))
    run.advance(20_000)
    random = np.random.RandomState(1)
    for _ in range(100):
        a, b = (int.from_bytes(random.bytes(127), "little") for _ in range(2))
        assert not len(add(run.weights, a, b, 1_024).wrong)
    asked = add(run.weights, 2_147_483_647, 1, 8)
    assert asked.wrong[0] == 30
    assert "2147483647 + 1" in PAGE


def test_every_chapter_of_the_story_has_a_number_wherever_chapters_are_counted():
    chapters = re.findall(r'<article[^>]* data-chapter="(\d+)"', PAGE)
    assert chapters == [str(number) for number in range(1, len(chapters) + 1)]
    assert f'data-chapters="{len(chapters)}"' in PAGE
    style = (WEB / "features" / "story" / "story.css").read_text("utf-8")
    assert set(chapters) <= set(re.findall(r':root\[data-chapter="(\d+)"\]', style))


def test_every_chapter_of_the_story_has_its_words_and_its_script_and_no_other_has():
    ids = re.findall(r'<article class="chapter" id="chapter-(\w+)"', PAGE)
    folder = WEB / "features" / "story"
    written = (folder / "chapters.js").read_text("utf-8")
    assert re.findall(r"^  (\w+): \w+Chapter,$", written, re.MULTILINE) == ids
    assert {file.stem for file in (folder / "words").glob("*.html")} == set(ids)
    assert {file.stem for file in (folder / "pictures").glob("*.html")} == set(ids)
