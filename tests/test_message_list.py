"""What a session says and hears is what web/runtime/messages.js lists."""

import inspect
import json
import re
from dataclasses import fields

import pytest

from binadd.experiments.plan import Plan
from binadd.live.messages import camel
from binadd.live.questions.registry import QUESTIONS, question
from binadd.live.session import Session, limits
from binadd.settings import LIMITS
from tests.visiting import ROOT


def test_the_limits_are_those_of_the_settings_in_plain_data():
    described = json.loads(json.dumps(limits()))
    assert list(described) == list(LIMITS)
    assert described["biases"] == {"label": "biases", "wanted": "yes or no", "initial": False}
    assert described["hidden"] == {
        "label": "hidden units",
        "whole": True,
        "low": 1,
        "high": 64,
        "wanted": "a whole number from 1 to 64",
        "initial": 16,
    }


def test_the_commands_and_the_setting_names_are_those_of_the_list_of_messages():
    text = (ROOT / "web" / "runtime" / "messages.js").read_text()
    union = re.search(r"@typedef \{([\w| \n*]+)\} Command", text)[1]
    names = re.findall(r"\w+", union)
    kinds = {re.search(rf'type: "([\w-]+)"[^@]*\}} {name}\b', text)[1] for name in names}
    assert kinds == {name[4:] for name in dir(Session) if name.startswith("_on_")}
    settings = re.search(r"@typedef \{(.+)\} SettingName", text)[1]
    assert settings.replace('"', "").split(" | ") == list(LIMITS)


def test_the_questions_and_their_details_are_those_of_the_list_of_messages():
    text = (ROOT / "web" / "runtime" / "messages.js").read_text()
    table = re.search(r"@typedef \{\{\n(.+?)\}\} Questions", text, re.DOTALL)[1]
    entries = re.findall(r' \*   "?([\w-]+)"?: \{details: \{(.*?)\},', table, re.DOTALL)
    listed = {about: {*re.findall(r"(\w+)\??:", details)} for about, details in entries}
    handed = {"weights", "width", "run"}  # by the registry; all else is a detail
    heard = {
        about: {*inspect.signature(asked.answer).parameters} - handed
        for about, asked in QUESTIONS.items()
    }
    assert listed == heard | {"compare": {field.name for field in fields(Plan)}}


def test_a_name_has_one_spelling_on_both_sides_of_the_wire():
    """What comes in is never spelt anew, so it is one word; what goes out is written by `camel`."""
    answering = [asked.answer for asked in QUESTIONS.values()]
    commands = [getattr(Session, name) for name in dir(Session) if name.startswith("_on_")]
    for heard in (*answering, *commands):
        names = inspect.signature(heard).parameters
        assert [name for name in names if name != camel(name)] == []
    text = re.sub(r"[\w/]+\.py\b", "", (ROOT / "web" / "runtime" / "messages.js").read_text())
    assert [name for name in re.findall(r"\b\w+_\w+\b", text) if name != camel(name)] == []


def test_no_question_is_answered_twice():
    with pytest.raises(ValueError, match="the question weights is answered twice"):
        question("weights", needs=None)
