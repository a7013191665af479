"""Every number can be asked what it is, and the code that the answer names is there."""

import ast
import json
import re

import pytest

from binadd.experiments.cohort import STREAK
from binadd.experiments.preset_race import TRAINING
from binadd.inside.readout import QUICK_BITS
from binadd.judging.counterexample import CHAIN_BITS
from binadd.settings import PRESETS
from builder.places import ROOT, WEB
from tests.built import page

FILES = ("explanations.js", "settings-explained.js")
TEXT = "".join((WEB / "features" / "explain" / name).read_text("utf-8") for name in FILES)
ENTRIES = dict(re.findall(r"^  ([\w-]+): \{\n(.+?)^  \},", TEXT, re.MULTILINE | re.DOTALL))
ASKED = re.compile(r'data-explain="(\w+)"')


def named(entry, what):
    return re.search(rf'{what}:\s+"(.+?)"', entry)[1]


def python_names(path):
    """The functions of a module, methods as Class.method."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef):
            yield node.name
        elif isinstance(node, ast.ClassDef):
            yield from (
                f"{node.name}.{part.name}"
                for part in node.body
                if isinstance(part, ast.FunctionDef)
            )


def test_every_key_on_the_page_is_explained():
    asked = set(ASKED.findall(page("index.html")))
    assert len(asked) >= 5
    assert asked <= set(ENTRIES)


def test_every_explanation_names_code_that_exists():
    assert len(ENTRIES) > 10
    for key, entry in ENTRIES.items():
        path, name = ROOT / named(entry, "file"), named(entry, "name")
        if path.suffix == ".py":
            assert name in set(python_names(path)), key
        else:
            of, method = name.split(".")
            text = path.read_text(encoding="utf-8")
            assert f"class {of} " in text, key
            assert f"  {method}(" in text, key


def test_perfect_means_as_many_evaluations_as_the_page_says():
    assert STREAK == 10
    assert "first of ten evaluations in a row" in TEXT


def test_the_mean_is_over_as_many_iterations_as_the_page_says():
    bins = (WEB / "features" / "trace" / "trace-bins.js").read_text(encoding="utf-8")
    window = re.search(r"WINDOW = (\d+)", bins)[1]
    assert f"newest {window} iterations" in TEXT


@pytest.mark.parametrize(
    ("panel", "name", "value"),
    [
        ("states/unit-story", "FITTED", QUICK_BITS),
        ("preset-race/preset-tables", "TRIED", CHAIN_BITS),
        ("preset-race/preset-race", "TRAINING", 100 * TRAINING),
    ],
)
def test_a_number_that_a_panel_repeats_is_the_one_in_python(panel, name, value):
    script = (WEB / "features" / f"{panel}.js").read_text(encoding="utf-8")
    assert float(re.search(rf"const {name} = (\d+)", script)[1]) == value


def test_the_panel_of_presets_names_those_that_are_trained_in_their_order():
    script = (WEB / "features" / "preset-race" / "preset-tables.js").read_text(encoding="utf-8")
    assert f"NAMES = {json.dumps(list(PRESETS))};" in script
