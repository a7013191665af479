"""The page for wrong addresses, in whatever folder: it asks for nothing, and leads home."""

from pathlib import Path
from shutil import copytree

import pytest
from playwright.sync_api import expect

from builder.places import DIST
from builder.serve import in_background
from tests.e2e.app import App


@pytest.mark.parametrize("path", ["binadd/some/deep/page", "binadd/none.html?x=1#units=8", "none/"])
def test_a_wrong_address_of_any_depth_is_shown_with_one_request_alone(page, tmp_path, path):
    copytree(DIST, tmp_path / "binadd")
    (tmp_path / "404.html").write_bytes((DIST / "404.html").read_bytes())
    asked, complaints = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.location["url"]))
    with in_background(tmp_path) as server:
        answer = page.goto(server.address + path, wait_until="networkidle")
        assert answer.status == 404
        expect(page.get_by_role("heading")).to_have_text("There is no such page here")
        own = (server.address + path).partition("#")[0]
        assert asked == [own]
        assert set(complaints) <= {own, server.address + path}  # the browser's, of the page itself


def test_home_is_the_nearest_folder_that_holds_the_site(page, tmp_path):
    copytree(DIST, tmp_path / "some" / "binadd")
    for file in ("404.html", "index.html"):  # of another site above
        (tmp_path / file).write_bytes((DIST / "404.html").read_bytes())
    with in_background(tmp_path) as server:
        page.goto(f"{server.address}some/binadd/a/b/c")
        page.get_by_role("link", name="on the first page").click()
        page.wait_for_url(f"{server.address}some/binadd/")
        App(page).expect_state("ready")


def test_the_page_for_wrong_addresses_names_no_file_of_its_own() -> None:
    text = (Path(DIST) / "404.html").read_text(encoding="ascii")
    assert "src=" not in text
    assert "<link" not in text
