"""On a host that serves the site wrongly the page starts all the same, or names file and header."""

import re
from shutil import copytree

import pytest
from playwright.sync_api import expect

from builder.places import DIST
from tests.e2e.app import App
from tests.e2e.conftest import Watch
from tests.e2e.hosts import NO_TYPE, Host, PageForAll, WithoutSlash, host, packed, typed

pytestmark = pytest.mark.usefixtures("returning")  # nothing here is about a first visit

TOLD = 30_000  # milliseconds, on a machine that does much else
OCTETS, TEXT, LATIN = "application/octet-stream", "text/plain", "; charset=iso-8859-1"

STARTS = {
    "wasm as octets": typed(wasm=OCTETS),
    "wasm and all data without a type": typed(
        **dict.fromkeys(["wasm", "image", "py", "json"], NO_TYPE)
    ),
    "wasm and all data as text, and that is final": typed(
        nosniff=True, **dict.fromkeys(["wasm", "image", "py", "json", "webmanifest"], TEXT)
    ),
    "wasm with a charset, all else in another": typed(
        wasm="application/wasm; charset=utf-8",
        html=f"text/html{LATIN}",
        css=f"text/css{LATIN}",
        js=f"text/javascript{LATIN}",
        mjs=f"application/x-javascript{LATIN}",
        json=f"application/json{LATIN}",
    ),
    "archives packed once more": packed(".image .wasm"),
}


@pytest.mark.parametrize("habit", STARTS)
def test_the_page_starts_whatever_a_host_says_of_what_browsers_take_as_it_comes(page, habit):
    with host(STARTS[habit]) as server:
        watch = Watch(page, server.address)
        page.goto(server.address)
        app = App(page)
        app.expect_state("ready")
        expect(page.get_by_role("button", name="Add", exact=True)).to_be_visible()
        text = page.locator("body").inner_text() + page.content()
        assert "’" in text
        assert "â" not in text
        assert watch.complaints == []


JAVASCRIPT = "browsers take it as text/javascript only"
NAMED = {  # habit -> file, and what is said of it
    "mjs as text": (typed(mjs=TEXT), r"\.mjs is served as text/plain, but browsers"),
    "mjs without a type": (
        typed(mjs=NO_TYPE),
        rf"\.mjs is served without a type, but {JAVASCRIPT}",
    ),
    "js as octets": (typed(js=OCTETS), rf"start\.js\..*Content-Type: {OCTETS}, but {JAVASCRIPT}"),
    "image and whl packed twice": (  # the one can be done without, but then not the other
        packed(".image .whl", 2),
        r"\.whl arrived packed once more .*Content-Encoding",
    ),
    "json packed": (packed(".json", told=False), r"files\.json arrived packed once more"),
    "wasm not packed": (packed(".wasm", 0), r"\.wasm did not come whole: .*Content-Encoding: gzip"),
}


@pytest.mark.parametrize("habit", NAMED)
def test_what_browsers_refuse_is_named_at_once_with_its_header(page, habit):
    handler, said = NAMED[habit]
    with host(handler) as server:
        page.goto(server.address)
        App(page).expect_state("failed", TOLD)
        expect(page.locator("#failure-reason")).to_have_text(re.compile(said))
        expect(page.locator("#failure-reason")).to_be_in_viewport()


@pytest.mark.parametrize(
    "missing",
    ["pyodide/pyodide.asm.wasm", "pyodide-boot.mjs", "files.json", "start.js", "worker.py"],
)
def test_a_page_that_comes_in_the_place_of_a_missing_file_is_not_taken_for_it(page, copy, missing):
    (copy / missing).unlink()
    with host(PageForAll, copy) as server:
        page.goto(server.address)
        App(page).expect_state("failed", TOLD)
        reason = page.locator("#failure-reason")
        expect(reason).to_contain_text(missing)
        expect(reason).to_contain_text("Content-Type: text/html")


NO_SCRIPTS = {
    "scripts as octets, and that is final": typed(js=OCTETS, nosniff=True),
    "scripts packed without a word": packed(".js", told=False),
}


@pytest.mark.parametrize("habit", NO_SCRIPTS)
@pytest.mark.parametrize("name", ["index.html", "bench.html"])
def test_a_page_without_any_of_its_scripts_says_so(page, habit, name):
    with host(NO_SCRIPTS[habit]) as server:
        page.goto(server.address + name)
        words = page.locator("#unscripted")
        expect(words).to_be_in_viewport()
        expect(words).to_contain_text("wrong Content-Type or Content-Encoding")


def test_an_address_that_lacks_its_slash_is_told_so(page, tmp_path):
    copytree(DIST, tmp_path / "host" / "binadd")
    with host(WithoutSlash, tmp_path / "host") as server:
        page.goto(f"{server.address}binadd")
        expect(page.locator("#unscripted")).to_contain_text("it must end in a slash")
        expect(page.locator("#unscripted")).to_be_in_viewport()


class Elsewhere(Host):
    """Has moved everything, and leads there."""

    def send_head(self):
        if self.path.startswith("/moved/"):
            self.path = self.path.removeprefix("/moved")
            return super().send_head()
        self.send_response(302)
        self.send_header("Location", f"/moved{self.path}")
        self.send_header("Content-Length", "0")
        self.end_headers()
        return None


def test_a_host_that_leads_to_another_folder_is_followed(page):
    with host(Elsewhere) as server:
        page.goto(server.address)
        App(page).expect_state("ready")


PAGES = ["index.html", "index.html?view=story", "index.html?stage", "bench.html"]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_that_was_opened_as_a_file_says_how_to_serve_it(page, name):
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{DIST.as_uri()}/{name}")
    app = App(page)
    app.expect_state("failed", TOLD)
    expect(page.locator("#failure-reason")).to_contain_text("opened as a file")
    expect(page.locator("#failure-advice")).to_contain_text("python3 -m http.server")
    expect(page.locator("#failure-advice")).to_be_in_viewport()
    expect(page.locator("#unscripted")).to_have_count(0)
    assert errors == []


def test_pages_that_need_no_python_work_as_files_too(page):
    complaints = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(f"{DIST.as_uri()}/licences.html")
    expect(page.get_by_role("heading", name="binadd")).to_be_visible()
    page.goto(f"{DIST.as_uri()}/404.html")
    home = page.get_by_role("link", name="on the first page")
    expect(home).to_have_attribute("href", "./index.html")
    assert complaints == []


def test_the_words_for_a_page_without_scripts_are_not_seen_with_them(app):
    expect(app.page.locator("#unscripted")).to_have_count(0)
