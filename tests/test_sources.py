"""What the sources may not say: where a package registry is, or a foreign address to load from."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from builder.places import ROOT, WEB
from tests.built import Loaded, page

# Written in two halves, so that this file does not say them either.
REGISTRIES = [
    f"{name}.{end}"
    for name, end in (
        ("pypi", "org"),
        ("python" + "hosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("yarnpkg", "com"),
        ("npmmirror", "com"),
        ("debian", "org"),
    )
]
SVG_NAMESPACE = "http://www.w3.org/2000/svg"  # a name, never fetched


def tracked() -> list[Path]:
    """Return every file that git knows or would take."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in names.split("\0") if name and (ROOT / name).is_file()]


def page_sources(*suffixes: str) -> list[Path]:
    return [path for path in sorted(WEB.rglob("*")) if path.name.endswith(suffixes)]


def test_no_file_names_the_host_of_a_package_registry() -> None:
    files = tracked()
    assert ROOT / "web" / "package-lock.json" in files
    texts = {path: path.read_bytes().decode("utf-8", "replace") for path in files}
    assert [
        (path, host) for path, text in texts.items() for host in REGISTRIES if host in text
    ] == []


def test_the_lock_records_digests_but_no_place_to_download_from() -> None:
    packages = json.loads((WEB / "package-lock.json").read_text())["packages"]
    fetched = [entry for name, entry in packages.items() if name]
    assert len(fetched) > 20
    assert all(entry["integrity"].startswith("sha512-") for entry in fetched)
    assert not [entry for entry in fetched if "resolved" in entry]


@pytest.mark.parametrize("path", page_sources(".js", ".mjs", ".css", ".py"), ids=lambda p: p.name)
def test_no_script_or_style_of_the_page_has_a_foreign_address(path: Path) -> None:
    addresses = re.findall(r"""https?://[^\s"'`)<>]+""", path.read_text(encoding="utf-8"))
    assert set(addresses) <= {SVG_NAMESPACE}


@pytest.mark.parametrize("name", sorted(page.name for page in WEB.glob("*.html")))
def test_no_page_loads_anything_from_elsewhere(name: str) -> None:
    addresses = Loaded(page(name)).addresses
    assert [found for found in addresses if re.match(r"(https?:)?//", found)] == []


def test_the_check_for_foreign_addresses_can_fail() -> None:
    page = '<a href="https://far.example">read</a><script src="//far.example/x.js"></script>'
    assert Loaded(page).addresses == ["//far.example/x.js"]
