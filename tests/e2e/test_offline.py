"""Kept for use without a network, replaced by a new version as a whole, and installable."""

import re
from pathlib import Path
from shutil import copyfile, copytree

import pytest
from playwright.sync_api import expect

from builder import offline
from builder.places import DIST, MODULES, WEB
from builder.serve import in_background
from tests.e2e.app import BOOT, TRAINING, App
from tests.e2e.conftest import Watch

OWN = WEB / "shell" / offline.NAME
KEPT = "it opens without a network"
UPDATE = "navigator.serviceWorker.getRegistration().then((kept) => kept.update())"
CACHED = """caches.keys().then(async (names) => {
  const found = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  return found.flat().map((request) => request.url);
})"""
INSTALLATION = """navigator.serviceWorker.getRegistration().then((kept) => {
  globalThis.installed = new Promise((resolve) => {
    kept.addEventListener("updatefound", () => {
      const coming = kept.installing;
      coming.addEventListener("statechange", () => resolve(coming.state), { once: true });
    });
  });
})"""
DAMAGE = """caches.keys().then(async ([name]) => {
  const cache = await caches.open(name);
  const key = (await cache.keys()).find(({ url }) => url.includes("memory.image"));
  const { size } = await (await cache.match(key)).blob();
  await cache.put(key, new Response("no image"));
  return size;
})"""
PUBLISHED = (Path(__file__).parent.parent / "golden" / "seed0_printed.txt").read_text().strip()
DATABASES = "indexedDB.databases().then((all) => all.length)"


def visit(context, address):
    """Open the page and wait until it is kept."""
    page = context.new_page()
    page.goto(address)
    app = App(page)
    app.expect_state("ready")
    expect(page.locator("#kept")).to_contain_text(KEPT, timeout=60_000)
    return app


def deploy(site: Path, name: str, halfway: bool = False) -> None:
    """Put a version of that name on the host; halfway, one of its scripts is still to come."""
    page = (DIST / "index.html").read_text().replace('id="commit">', f'id="commit">{name} ')
    script = f'\ndocument.documentElement.dataset.scripts = "{name}";\n'
    files = {file.relative_to(DIST).as_posix(): file for file in DIST.rglob("*") if file.is_file()}
    changed = {
        "index.html": page.encode(),
        "main.js": (DIST / "main.js").read_bytes() + script.encode(),
    }
    changed[offline.NAME] = offline.service_worker({**files, **changed}, OWN.read_bytes(), MODULES)
    for name, content in changed.items():
        if not (halfway and name == "main.js"):
            (site / name).write_bytes(content)


def expect_version(page, name):
    """The page and its scripts are of one version."""
    expect(page.locator("html")).to_have_attribute("data-scripts", name, timeout=BOOT)
    expect(page.locator("#commit")).to_contain_text(name)


def test_after_one_visit_the_page_works_when_the_host_is_gone(context):
    with in_background(DIST) as server:
        address = server.address
        app = visit(context, address)
        watch = Watch(app.page, address)
    app.page.reload()
    app.expect_state("ready")
    app.train_to_the_end()
    expect(app.accuracy).to_have_text("100 %", timeout=30_000)
    expect(app.page.locator("#log")).to_contain_text(PUBLISHED)
    app.add("9", "60")
    expect(app.answer).to_contain_text("69")
    app.page.goto(f"{address}bench.html")
    app.expect_state("ready")
    assert watch.complaints == []
    assert watch.foreign == []


def test_whoever_has_only_measured_the_speed_has_the_page_too_when_the_host_is_gone(context):
    with in_background(DIST) as server:
        page = context.new_page()
        page.goto(f"{server.address}bench.html")
        page.get_by_role("button", name="Measure").click(timeout=BOOT)
        expect(page.locator("html")).to_have_attribute("data-state", "measured", timeout=TRAINING)
        expect(page.locator("#kept")).to_contain_text(KEPT, timeout=60_000)
    page.goto(server.address)
    App(page).expect_state("ready")


def test_the_page_asks_no_other_host_and_keeps_nothing_but_itself(context, site):
    foreign = []
    context.on("request", lambda request: foreign.append(request.url))
    page = visit(context, site).page
    assert [url for url in foreign if not url.startswith((site, f"blob:{site}", "data:"))] == []
    assert context.cookies() == []
    assert page.evaluate("document.cookie") == ""
    assert sorted(page.evaluate("Object.keys(localStorage)")) == ["pace", "view"]  # as chosen last
    assert all(url.startswith(site) for url in page.evaluate(CACHED))
    assert page.evaluate("document.referrer") == ""
    beside = context.new_page()  # in the page itself, no-indexeddb.js has hidden all databases
    beside.goto(f"{site}404.html")
    assert beside.evaluate(DATABASES) == 0


def test_a_new_version_in_a_subfolder_is_told_of_and_taken_whole(context, tmp_path):
    folder = Path(copytree(DIST, tmp_path / "host" / "binadd"))
    deploy(folder, "first")
    with in_background(tmp_path / "host") as server:
        address = f"{server.address}binadd/"
        app = visit(context, address)
        page, notice = app.page, app.page.locator("#update-notice")
        expect_version(page, "first")
        expect(app.html).to_have_attribute("data-recording", re.compile("over|gone"))  # found
        app.button("Step").click()
        app.expect_iteration(1)

        deploy(folder, "second", halfway=True)  # the browser refuses what is not whole
        page.evaluate(INSTALLATION)
        page.evaluate(UPDATE)
        assert page.evaluate("installed") == "redundant"
        expect(notice).to_be_hidden()

        deploy(folder, "second")
        page.evaluate(UPDATE)
        expect(notice).to_contain_text("A new version of this page is here.", timeout=60_000)
        expect(notice).to_contain_text("it trains back to where you are")
        assert app.iteration == 1
        other = visit(context, address)
        expect_version(other.page, "first")
        app.button("Load the new version").click()
        expect_version(page, "second")
        expect(other.page.locator("#update-notice")).to_contain_text("Another tab has loaded")
        other.page.close()
        app.expect_iteration(1)
        pages = [url for url in page.evaluate(CACHED) if "/index.html" in url]
        assert len(pages) == 1

        deploy(folder, "third")
        page.evaluate(UPDATE)
        expect(notice).to_be_visible(timeout=60_000)
        page.reload()
        expect_version(page, "third")
        app.expect_iteration(1)
        expect(notice).to_be_hidden()


def test_a_kept_file_that_is_damaged_is_fetched_afresh(context, site):
    app = visit(context, site)
    app.page.evaluate(DAMAGE)
    app.page.reload()
    app.expect_state("ready")
    assert app.page.evaluate(DAMAGE) > 1_000_000  # bytes that were there before


def test_where_service_workers_are_forbidden_the_page_goes_on_and_says_so(app):
    expect(app.page.locator("#kept")).to_contain_text("cannot keep the page", timeout=30_000)
    app.button("Step").click()
    app.expect_iteration(1)


def test_the_page_can_be_installed(context, site):
    page = context.new_page()
    page.goto(site)
    devtools = context.new_cdp_session(page)
    manifest = devtools.send("Page.getAppManifest")
    assert manifest["errors"] == []
    errors = devtools.send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert {error["errorId"] for error in errors} <= {"in-incognito"}  # as every test is


@pytest.mark.parametrize("path", ["nothing", "binadd/nothing", "binadd/a/b/c.html"])
def test_a_wrong_address_of_any_depth_leads_home(context, tmp_path, path):
    for file in ("binadd/index.html", "binadd/manifest.webmanifest", "404.html"):
        (tmp_path / file).parent.mkdir(exist_ok=True)
        copyfile(DIST / Path(file).name, tmp_path / file)
    with in_background(tmp_path) as server:
        page = context.new_page()
        answer = page.goto(server.address + path)
        assert answer.status == 404
        home = "/binadd/" if path.startswith("binadd/") else "/"
        page.get_by_role("link", name="on the first page").click()
        page.wait_for_url(f"{server.address.rstrip('/')}{home}")
