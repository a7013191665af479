"""What somebody gets who installs the package."""

import email
import re
import zipfile
from pathlib import Path

import pytest

from builder import binadd_wheel
from builder.places import ROOT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    return zipfile.ZipFile(binadd_wheel.build(tmp_path_factory.mktemp("wheel")))


@pytest.fixture(scope="module")
def metadata(wheel: zipfile.ZipFile) -> email.message.Message:
    (name,) = [name for name in wheel.namelist() if name.endswith(".dist-info/METADATA")]
    return email.message_from_bytes(wheel.read(name))


def test_its_types_can_be_used(wheel: zipfile.ZipFile) -> None:
    assert "binadd/py.typed" in wheel.namelist()


def test_every_module_is_in_it_and_nothing_else_of_ours(wheel: zipfile.ZipFile) -> None:
    inside = {name for name in wheel.namelist() if name.startswith("binadd/")}
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "binadd").rglob("*.py")}
    assert inside == modules | {"binadd/py.typed"}


def test_its_description_needs_no_other_file(metadata: email.message.Message) -> None:
    description = metadata.get_payload(decode=True).decode()
    assert description.startswith("# binadd\n")
    for place in re.findall(r"\]\(([^)]+)\)|(?:src|href)=\"([^\"]+)\"", description):
        assert "".join(place).startswith("https://")


def test_it_says_where_more_is_to_be_found(metadata: email.message.Message) -> None:
    (address,) = metadata.get_all("Project-URL")
    name, url = address.split(", ")
    assert name == "Tutorial"
    assert f"({url})" in (ROOT / "README.md").read_text()


def test_the_description_is_part_of_the_stamp() -> None:
    sources = set(binadd_wheel._sources())
    assert {ROOT / "PACKAGE.md", ROOT / "binadd" / "py.typed"} <= sources
    assert Path(ROOT / "README.md") not in sources
