"""What the build makes so that the page can be kept, installed, shown in a link, and not found."""

import base64
import hashlib
import json
import re
import struct
import subprocess
from pathlib import Path

import pytest

from builder import features, icons, offline, pages, preview, site, templates, version
from builder.places import MODULES, WEB
from builder.report import BuildError
from tests.built import page

NOT_FOUND = page("404.html")
MANIFEST = json.loads((WEB / "manifest.webmanifest").read_text(encoding="utf-8"))


def size_of(png: Path) -> tuple[int, int]:
    """Width and height of a PNG, from its header."""
    head = png.read_bytes()[:24]
    assert head.startswith(b"\x89PNG")
    return struct.unpack(">II", head[16:])


def test_the_list_has_every_file_with_its_digest_and_none_that_no_page_asks_for() -> None:
    content = {"main.js": b"let a;", "404.html": b"", "robots.txt": b"", "preview.png": b""}
    digest = hashlib.sha256(b"let a;").digest()
    assert offline.manifest(content) == [
        {
            "url": "./main.js",
            "revision": digest.hex()[:16],
            "integrity": f"sha256-{base64.b64encode(digest).decode()}",
        }
    ]


def test_the_service_worker_changes_with_any_file_and_only_then() -> None:
    one = offline.service_worker({"a.js": b"1", "b.js": b"2"}, b"own", MODULES)
    assert offline.service_worker({"b.js": b"2", "a.js": b"1"}, b"own", MODULES) == one
    assert offline.service_worker({"a.js": b"1", "b.js": b"3"}, b"own", MODULES) != one
    assert one.endswith(b"\nown")


def test_the_service_worker_carries_workbox_along_and_asks_nobody() -> None:
    own = (WEB / "shell" / offline.NAME).read_bytes()
    script = offline.service_worker({}, own, MODULES).decode()
    assert "workbox.precaching=" in script
    assert "importScripts" not in script
    assert "sourceMappingURL" not in script


@pytest.mark.parametrize("icon", MANIFEST["icons"], ids=lambda icon: icon["src"])
def test_every_icon_of_the_manifest_is_there_in_its_size(icon: dict[str, str]) -> None:
    name = icon["src"].removeprefix("./")
    if icon["type"] == "image/svg+xml":
        assert (WEB / name).is_file()
    else:
        width, height = size_of(icons.ensure(MODULES)[name])
        assert icon["sizes"] == f"{width}x{height}"


def test_the_manifest_works_in_any_folder() -> None:
    assert MANIFEST["start_url"] == MANIFEST["scope"] == "./"
    assert "id" not in MANIFEST  # it would be taken from the root of the host


def test_the_preview_has_the_size_that_the_page_names_and_shows_the_first_sum() -> None:
    text = page("index.html")
    width, height = size_of(icons.ensure(MODULES)["preview.png"])
    assert f'property="og:image:width" content="{width}"' in text
    assert f'property="og:image:height" content="{height}"' in text
    assert preview.svg().count("scale(0.7)") == (9 & 60 | 9 & 16 | 16 & 60 | 32).bit_count()


def test_the_pictures_are_drawn_alike_every_time(tmp_path: Path) -> None:
    again = icons.ensure(MODULES, tmp_path)
    for name, file in icons.ensure(MODULES).items():
        assert file.read_bytes() == again[name].read_bytes()


def rendered(name: str, commit: str, url: str) -> str:
    told = {"commit": commit, "url": url, "home": pages.home(url), "preloads": [], "licences": []}
    told["inline"] = dict.fromkeys(site.INLINE, "")
    names = [name for name, *_ in features.listed(WEB)]
    found = templates.render(WEB, ["index.html", name], names, told)
    return found[1]


def test_a_page_is_told_its_commit_and_where_it_will_be() -> None:
    nowhere = rendered("index.html", "abc+", "")
    assert '<span id="commit">abc+</span>' in nowhere
    assert '<meta property="og:image" content="./preview.png">' in nowhere
    at_home = rendered("index.html", "abc", "https://far.example/binadd/")
    assert 'content="https://far.example/binadd/preview.png"' in at_home


def test_the_page_for_wrong_addresses_knows_home_if_the_build_does() -> None:
    found = rendered("404.html", "", "https://far.example/binadd/")
    assert 'id="home" href="/binadd/"' in found
    assert 'id="home" href="/"' in rendered("404.html", "", "")


@pytest.mark.parametrize(
    ("given", "taken"),
    [("", ""), ("https://far.example", "https://far.example/"), ("http://h/x/", "http://h/x/")],
)
def test_the_sites_address_ends_in_one_slash(
    monkeypatch: pytest.MonkeyPatch, given: str, taken: str
) -> None:
    monkeypatch.setenv("BINADD_SITE_URL", given)
    assert pages.site_url() == taken


def test_an_address_that_is_none_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BINADD_SITE_URL", "far.example")
    with pytest.raises(BuildError, match=r"BINADD_SITE_URL must begin with https://"):
        pages.site_url()


@pytest.mark.parametrize("tag", ["script", "style"])
def test_the_page_for_wrong_addresses_allows_just_what_stands_in_it(tag: str) -> None:
    inside = re.search(rf"<{tag}>(.*?)</{tag}>", NOT_FOUND, re.DOTALL)
    assert inside
    digest = base64.b64encode(hashlib.sha256(inside[1].encode()).digest()).decode()
    assert f"{tag}-src 'sha256-{digest}';" in NOT_FOUND


@pytest.mark.parametrize("name", sorted(each.name for each in WEB.glob("*.html")))
def test_every_page_tells_nobody_where_its_visitors_come_from(name: str) -> None:
    text = page(name)
    assert '<meta name="referrer" content="no-referrer">' in text
    assert "default-src 'none'" in text
    assert "unsafe-inline" not in text
    assert "'unsafe-eval'" not in text


def git(folder: Path, *words: str) -> None:
    who = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
    subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)


def test_the_version_names_the_commit_and_what_differs_from_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "checkout"
    folder.mkdir()
    monkeypatch.setattr(version, "ROOT", folder)
    git(tmp_path, "init")  # a repository around ours is not ours
    assert version.commit() == "unknown"
    git(folder, "init")
    (folder / "file").write_text("a")
    git(folder, "add", "file")
    git(folder, "commit", "-m", "a")
    clean = version.commit()
    assert re.fullmatch(r"[0-9a-f]{10}", clean)
    (folder / "file").write_text("b")
    assert version.commit() == f"{clean}+"


def test_without_git_the_version_is_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(version, "DESCRIBE", ["no-such-program"])
    assert version.commit() == "unknown"
