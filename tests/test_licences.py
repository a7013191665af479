"""Every file that is served belongs to a work whose licence is told, and nothing told is absent."""

import json
import re
import subprocess
from html import escape

import pytest

from builder import node, numpy_wheel, runtime, site, spdx
from builder.commands import status
from builder.components import Component, components, package, unshipped
from builder.places import DIST, MODULES, ROOT
from tests.built import page

LOCK = runtime.read_lock(MODULES / "pyodide")["packages"]["numpy"]
COMPONENTS = components(MODULES, numpy_wheel.ensure(LOCK))
FILES = sorted(site.plan())
PAGE = page("licences.html")

VERSIONS = """
import pyexpat, pyodide, sys, zlib
from compression import zstd
found = [
    f"pyodide/tree/{pyodide.__version__}",
    f"cpython/blob/v{sys.version.split()[0]}/",
    f"emscripten/blob/{'.'.join(map(str, sys._emscripten_info.emscripten_version))}/",
    f"zlib/blob/v{zlib.ZLIB_RUNTIME_VERSION}/",
    f"zstd/blob/v{zstd.zstd_version}/",
    f"libexpat/blob/{pyexpat.EXPAT_VERSION.replace('expat', 'R').replace('.', '_')}/",
]
"""


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


@pytest.mark.parametrize("component", COMPONENTS, ids=name_of)
def test_every_work_shows_its_copyright_notice_and_its_licence(component: Component) -> None:
    told = [component.copyright, *component.texts.values()]
    assert any(re.search(r"copyright|©|public domain|\bBy ", text, re.IGNORECASE) for text in told)
    assert component.texts or component.licence == spdx.PUBLIC_DOMAIN
    for text in told:
        for line in text.strip().splitlines():
            assert escape(line.rstrip(), quote=False) in PAGE


def test_only_works_in_the_public_domain_are_told_without_a_text() -> None:
    bare = {each.name for each in COMPONENTS if not each.texts}
    assert bare == {"dlmalloc, in Emscripten", "liblzma, of XZ Utils"}


@pytest.mark.parametrize("component", unshipped(MODULES), ids=name_of)
def test_every_licence_of_an_expression_has_its_text(component: Component) -> None:
    named = spdx.identifiers(component.licence)
    assert len(component.texts) >= len(named) or component.licence in component.texts
    assert "<year>" not in "".join(component.texts.values())


def test_an_exception_comes_with_the_licence_that_it_is_an_exception_to() -> None:
    llvm = next(each for each in COMPONENTS if each.name.startswith("LLVM"))
    (text,) = llvm.texts.values()
    assert "Apache License" in text
    assert "LLVM Exceptions to the Apache 2.0 License" in text


def test_notices_that_bytecode_loses_are_told() -> None:
    cpython = next(each for each in COMPONENTS if each.name.startswith("CPython"))
    notices = cpython.texts["Notices in its files"]
    for author in ("Timothy O'Malley", "Vinay Sajip", "Fredrik Lundh", "Lars Gustaebel"):
        assert author in notices


def test_no_text_is_on_the_page_twice() -> None:
    texts = re.findall(r"<pre[^>]*>(.*?)</pre>", PAGE, re.DOTALL)
    assert len(texts) == len(set(texts))


def test_every_link_within_the_page_leads_somewhere() -> None:
    places = re.findall(r'id="([^"]+)"', PAGE)
    assert len(places) == len(set(places))
    assert set(re.findall(r'href="#([^"]+)"', PAGE)) <= set(places)


def test_sources_are_those_of_the_versions_that_pyodide_holds() -> None:
    command = ["node", ROOT / "tests" / "in_pyodide.mjs", DIST / "pyodide", "image"]
    done = subprocess.run(command, input=VERSIONS, capture_output=True, text=True, check=True)
    addresses = " ".join(each.source for each in COMPONENTS)
    said: list[str] = json.loads(done.stdout)
    assert [part for part in said if part not in addresses] == []


def test_a_package_that_begins_to_ship_its_text_is_no_longer_told_without_one() -> None:
    for each in unshipped(MODULES):
        if (MODULES / each.name / "package.json").is_file():
            assert not package(MODULES, each.name, "").texts


def test_the_page_is_valid_html() -> None:
    tool = node.tool("html-validate")
    rules = ["--config", site.WEB / ".htmlvalidate.json"]
    assert status([tool, *rules, DIST / "licences.html"]) == 0
