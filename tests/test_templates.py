"""Pages put together from templates: each part at its place, each field from the settings."""

import re
from pathlib import Path

import pytest
from jinja2 import TemplateError

from binadd.settings import LIMITS
from builder import templates
from builder.places import ROOT, WEB

PAGE = '<main>\n{{ place("panel") }}\n</main>\n'


@pytest.fixture
def web(tmp_path: Path) -> Path:
    (tmp_path / "shell").mkdir()
    (tmp_path / templates.MACROS).write_text((WEB / templates.MACROS).read_text("utf-8"))
    (tmp_path / "index.html").write_text(PAGE)
    return tmp_path


def feature(web: Path, name: str, text: str) -> None:
    (web / "features" / name).mkdir(parents=True)
    (web / "features" / name / f"{name}.html").write_text(text)


def render(web: Path, *features: str) -> str:
    return templates.render(web, ["index.html"], list(features), {"commit": "a<b"})[0]


def test_parts_stand_in_the_order_of_the_features(web: Path) -> None:
    feature(web, "one", "{% block panel %}\n<p>1</p>\n{% endblock %}\n")
    feature(web, "two", "{% block panel %}\n<p>2</p>\n{% endblock %}\n")
    assert render(web, "two", "one") == "<main>\n<p>2</p>\n<p>1</p>\n</main>\n"


def test_a_part_can_stand_within_another(web: Path) -> None:
    feature(web, "outer", '{% block panel %}\n<p>{{ place("outer") }}</p>\n{% endblock %}\n')
    feature(web, "inner", "{% block outer %}<i>here</i>{% endblock %}\n")
    assert "<p><i>here</i></p>" in render(web, "inner", "outer")


def test_a_part_for_a_place_that_no_page_has_is_refused(web: Path) -> None:
    feature(web, "lost", "{% block pannel %}<p></p>{% endblock %}\n")
    with pytest.raises(ValueError, match=r'features/lost/lost\.html: no page has a place "pannel"'):
        render(web, "lost")


def test_what_a_template_is_told_is_escaped(web: Path) -> None:
    (web / "index.html").write_text("<p>{{ commit }}</p>")
    assert render(web) == "<p>a&lt;b</p>"


@pytest.mark.parametrize("text", ["{{ nothing_of_that_name }}", "{% if %}", '{{ field("units") }}'])
def test_a_template_that_is_wrong_is_refused_by_name(web: Path, text: str) -> None:
    (web / "index.html").write_text(text)
    with pytest.raises(TemplateError):
        render(web)
    job = web / "job.json"
    job.write_text('{"pages": ["index.html"], "features": [], "told": {}}')
    said = str(templates.main(web, job, web))
    assert re.match(r"A template is wrong: \S+\.html, line \d+: ", said)


@pytest.mark.parametrize("name", LIMITS)
def test_a_field_is_made_of_what_the_settings_say(web: Path, name: str) -> None:
    (web / "index.html").write_text(f'{{{{ field("{name}") }}}}')
    made = render(web)
    assert f'<label for="{name}">{LIMITS[name].label.capitalize()}</label>' in made
    assert f'aria-describedby="{name}-hint {name}-error"' in made
    whole = getattr(LIMITS[name], "whole", None)
    kind = {True: 'inputmode="numeric"', False: 'inputmode="decimal"', None: "<select"}[whole]
    assert kind in made


def test_the_digest_of_nothing_is_the_one_that_everybody_knows() -> None:
    assert templates.digest("") == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="


def test_text_between_tags_keeps_its_quotation_marks() -> None:
    assert templates.text('"a" & <b>') == '"a" &amp; &lt;b&gt;'


@pytest.mark.parametrize("name", ["pages", "templates", "licences", "features", "site", "linting"])
def test_the_builder_seeks_nothing_in_pages_by_regular_expressions(name: str) -> None:
    text = (ROOT / "builder" / f"{name}.py").read_text("utf-8")
    assert not re.search(r"^(import|from) (re|html\.parser)\b", text, re.MULTILINE)


def test_a_line_of_code_is_the_networks_own_by_its_function_and_beginning() -> None:
    assert (
        templates.code_line("forward", "outputs = ") == "outputs = sigmoid(hidden[1:] @ w_hy + b_y)"
    )
    struck = templates.code_line("forward", "hidden[t + 1] = ", cut="+ hidden[t] @ w_hh")
    assert "inputs[t] @ w_xh <s>+ hidden[t] @ w_hh</s> + b_h)" in struck


@pytest.mark.parametrize(
    ("function", "beginning", "cut", "refusal"),
    [
        ("forward", "inputs = ", "", "forward has 0 lines"),
        ("backward", "d_hidden", "", "backward has 3 lines"),
        ("forward", "outputs = ", "w_hh", "forward: there is no 'w_hh'"),
        ("backwards", "d_output = ", "", "network.py has no backwards"),
    ],
)
def test_a_line_of_code_that_has_gone_is_an_error(
    function: str, beginning: str, cut: str, refusal: str
) -> None:
    with pytest.raises(ValueError, match=re.escape(refusal)):
        templates.code_line(function, beginning, cut)


def test_a_chapter_says_its_words_by_blocks_and_a_missing_one_is_refused(web: Path) -> None:
    folder = web / "features" / "story" / "words"
    folder.mkdir(parents=True)
    (folder / "one.html").write_text("{% block title %} A <b>title</b> {% endblock %}")
    made = templates.environment(web, {})
    assert templates.words_of(made, "one", "title") == "A <b>title</b>"
    with pytest.raises(ValueError, match=r"words/one\.html has no block aim"):
        templates.words_of(made, "one", "aim")
