"""Every file that is served belongs to a work whose licence is told, and nothing told is absent."""

import re

import pytest

from builder import node, numpy_wheel, runtime, site
from builder.commands import status
from builder.components import Component, components, package, unshipped
from builder.places import DIST, MODULES

LOCK = runtime.read_lock(MODULES / "pyodide")["packages"]["numpy"]
COMPONENTS = components(MODULES, numpy_wheel.ensure(LOCK))
FILES = sorted(site.plan())
PAGE = (DIST / "licences.html").read_text(encoding="utf-8")


def name_of(component: Component) -> str:
    return component.name


def owners(file: str) -> list[str]:
    return [each.name for each in COMPONENTS if re.fullmatch(each.files, file)]


def test_every_file_belongs_to_a_work() -> None:
    assert [file for file in FILES if not owners(file)] == []


def test_no_vendored_file_is_taken_for_our_own() -> None:
    ours = [file for file in FILES if "binadd" in owners(file)]
    foreign = ("pyscript/", "vendor/", "pyodide/numpy", "pyodide/python", "pyodide/pyodide.")
    assert not [file for file in ours if file.startswith(foreign)]


@pytest.mark.parametrize("component", COMPONENTS, ids=name_of)
def test_every_work_that_is_listed_is_served(component: Component) -> None:
    assert any(re.fullmatch(component.files, file) for file in FILES)


@pytest.mark.parametrize("component", COMPONENTS, ids=name_of)
def test_every_work_says_its_licence_and_where_its_source_is(component: Component) -> None:
    assert component.licence
    assert re.match(r"https://|\./$", component.source) or component.name == "polyscript"
    assert component.licence in PAGE
    for text in component.texts.values():
        assert len(text) > 200


def test_what_is_inside_pyscript_is_listed_from_its_source_map() -> None:
    names = {each.name for each in COMPONENTS}
    assert {"@pyscript/core", "polyscript", "coincident", "reflected-ffi"} <= names


def test_numpy_brings_the_licences_of_all_that_it_bundles() -> None:
    numpy = next(each for each in COMPONENTS if each.name == "numpy")
    assert len(numpy.texts) > 10
    assert "LICENSE.txt" in numpy.texts


def test_only_what_ships_no_text_is_told_without_one() -> None:
    silent = {each.name for each in COMPONENTS if not each.texts}
    assert silent < {each.name for each in unshipped(MODULES)}


def test_a_package_that_begins_to_ship_its_text_is_no_longer_told_without_one() -> None:
    for each in unshipped(MODULES):
        if (MODULES / each.name / "package.json").is_file():
            assert not package(MODULES, each.name, "").texts


def test_the_page_is_valid_html() -> None:
    tool = node.tool("html-validate")
    rules = ["--config", site.WEB / ".htmlvalidate.json"]
    assert status([tool, *rules, DIST / "licences.html"]) == 0
