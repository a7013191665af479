"""A worker that cannot start says so at once; it never leaves the visitor waiting."""

import json
import os
import re

import pytest
from playwright.sync_api import expect

from tests.e2e.app import App
from tests.e2e.conftest import QUIET, Watch, altered_site

pytestmark = pytest.mark.usefixtures("returning")  # nothing here is about a first visit

NUMPY = "pyodide/numpy-2.4.3-cp314-cp314-pyemscripten_2026_0_wasm32.whl"
WASM = "pyodide/pyodide.asm.wasm"
IMAGE = "pyodide/memory.image"
SCRIPT = {"content_type": "text/javascript"}
TOLD = 50_000  # milliseconds on a slow machine; before the page has waited for too long (60 s)


def remove(path):
    path.unlink()


def cut_short(path):
    path.write_bytes(path.read_bytes()[:-1000])


def change_one_bit(path):
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


FAULTS = [
    (remove, WASM),
    (cut_short, WASM),
    (change_one_bit, WASM),
    (remove, "pyodide/pyodide.mjs"),
    (cut_short, "pyodide/pyodide.asm.mjs"),
    (remove, "pyodide/pyodide-lock.json"),
    (change_one_bit, "pyodide-boot.mjs"),
    (cut_short, "start-pyodide.js"),
    (remove, "worker.py"),
    (cut_short, "pyscript/core-C9KDLldu.js"),
]


@pytest.mark.parametrize(("damage", "file"), FAULTS)
def test_a_fault_in_a_file_of_the_runtime_is_told_with_its_name(page, copy, damage, file):
    damage(copy / file)
    with altered_site(copy) as address:
        watch = Watch(page, address)
        page.goto(address)
        app = App(page)
        app.expect_state("failed", TOLD)
        expect(app.failure).to_contain_text("could not be started")
        expect(page.locator("#failure-reason")).to_contain_text(file)
        expect(page.locator("#failure-advice")).to_contain_text("fetched anew")
        expect(app.button("Try again")).to_be_visible()
        assert watch.foreign == []


WITHOUT_IMAGE = [
    (change_one_bit, "pyodide/python_stdlib.zip"),
    (remove, NUMPY),
    (change_one_bit, NUMPY),
]


@pytest.mark.parametrize(("damage", "file"), WITHOUT_IMAGE)
def test_where_python_starts_from_nothing_its_archives_are_told_of_too(page, copy, damage, file):
    remove(copy / IMAGE)
    test_a_fault_in_a_file_of_the_runtime_is_told_with_its_name(page, copy, damage, file)


def put_another_in_its_place(path):
    path.write_bytes((path.parent / "python_stdlib.zip").read_bytes())


@pytest.mark.parametrize("damage", [remove, cut_short, change_one_bit, put_another_in_its_place])
def test_without_a_sound_image_python_starts_from_nothing_and_says_so(page, copy, damage):
    damage(copy / IMAGE)
    said = []
    page.on("console", lambda message: said.append(message.text))
    with altered_site(copy) as address:
        page.goto(f"{address}?view=lab")
        app = App(page)
        app.expect_state("ready")
        app.button("Step").click()
        app.expect_iteration(1)
        expect(app.failure).to_be_hidden()
    assert [text for text in said if "does without the image" in text]


def test_a_browser_that_lacks_what_the_image_needs_starts_from_nothing(page, copy):
    alter(copy, "start-pyodide.js", "new DecompressionStream", "new NoDecompressionStream")
    with altered_site(copy) as address:
        watch = Watch(page, address)
        page.goto(address)
        App(page).expect_state("ready")
        assert watch.complaints == []
        assert any("numpy-" in url for url in watch.requests)


def test_with_its_image_python_needs_no_archive_until_something_else_is_imported(app, watch):
    app.train_to_the_end()
    assert not [url for url in watch.requests if url.endswith((".whl", ".zip"))]


UNTOLD = [  # and what is said of it
    (remove, "browser-check.js", "browser-check.js"),
    (cut_short, "browser-check.js", "browser-check.js"),
]


@pytest.mark.parametrize(("damage", "file", "name"), UNTOLD)
def test_what_the_page_has_before_its_modules_is_told_of_in_plain_sight(
    page, copy, damage, file, name
):
    damage(copy / file)
    with altered_site(copy) as address:
        page.goto(address)
        App(page).expect_state("failed", TOLD)
        reason = page.locator("#failure-reason")
        expect(reason).to_have_text(f"A part of this page could not be loaded: {name}.")
        expect(reason).to_be_in_viewport()
        expect(page.locator("#sentence")).to_have_text("")


@pytest.mark.parametrize("scripts", ["start.js", "main.js", "chunk-*.js"])
def test_a_missing_part_of_the_page_itself_is_told_too(page, copy, scripts):
    for file in copy.glob(scripts):
        remove(file)
    with altered_site(copy) as address:
        page.goto(address)
        App(page).expect_state("failed", TOLD)
        expect(page.locator("#failure-reason")).to_contain_text("A part of this page")


def test_trying_again_fetches_a_damaged_file_past_the_cache(page, copy):
    whole = (copy / WASM).read_bytes()
    change_one_bit(copy / WASM)
    with altered_site(copy) as address:
        page.goto(address)
        app = App(page)
        app.expect_state("failed", TOLD)
        (copy / WASM).write_bytes(whole)
        app.button("Try again").click()
        app.expect_state("ready")
        expect(app.failure).to_be_hidden()


def test_a_file_that_arrives_damaged_once_is_mended_unnoticed(page, site):
    hurt = []

    def damage(route):
        hurt.append(route.request.url)
        body = (b"\0asm" + b"\0" * 1000) if len(hurt) == 1 else None
        route.fulfill(body=body, content_type="application/wasm") if body else route.continue_()

    page.route("**/pyodide.asm.wasm", damage)
    page.goto(site)
    App(page).expect_state("ready")
    assert len(hurt) > 1


def test_a_connection_that_breaks_off_is_told(page, site):
    page.route("**/pyodide.asm.wasm", lambda route: route.abort("connectionreset"))
    page.goto(site)
    App(page).expect_state("failed", TOLD)
    expect(page.locator("#failure-reason")).to_contain_text(f"{WASM} cannot be fetched")


MISSING = {
    "delete window.WebAssembly": "WebAssembly, which Python needs, is switched off",
    "delete Array.prototype.at": "This browser is too old for this page: it lacks newer JavaScript",
    "delete window.Worker": "This browser is too old for this page: it lacks web workers",
}


@pytest.mark.parametrize(("take_away", "sentence"), MISSING.items())
def test_a_browser_that_cannot_do_it_is_told_so_at_once(page, site, take_away, sentence):
    page.add_init_script(take_away)
    page.goto(site)
    App(page).expect_state("failed", TOLD)
    page.wait_for_load_state("networkidle")  # nothing later says something else
    expect(page.locator("#failure-reason")).to_contain_text(sentence)
    expect(page.locator("#failure-advice")).to_contain_text(re.compile("another browser|version"))


def test_a_browser_that_keeps_nothing_can_still_train(browser, site, tmp_path):
    (tmp_path / "Default").mkdir()
    chosen = {"profile": {"default_content_setting_values": {"cookies": 2}}}
    (tmp_path / "Default" / "Preferences").write_text(json.dumps(chosen))
    program = browser.browser_type.executable_path
    context = browser.browser_type.launch_persistent_context(
        tmp_path, executable_path=os.environ.get("BINADD_CHROMIUM", program), args=QUIET
    )
    page = context.new_page()
    page.goto(f"{site}?view=lab")
    app = App(page)
    blocked = "() => { try { return Boolean(localStorage) } catch { return 'blocked' } }"
    assert page.evaluate(blocked) == "blocked"
    app.expect_state("ready")
    app.button("Step").click()
    app.expect_iteration(1)
    context.close()


def test_an_error_in_our_own_python_is_told_with_its_traceback(page, copy):
    alter(copy, "worker.py", "session.start()", "session.begin_at_once()")
    with altered_site(copy) as address:
        page.goto(address)
        App(page).expect_state("failed")
        page.get_by_text("Details", exact=True).click()
        expect(page.locator("#failure-detail")).to_contain_text("begin_at_once")


def alter(copy, name, old, new):
    """Change a file of the runtime, and the list of files with it."""
    file, listed = copy / name, copy / "files.json"
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new))
    files = json.loads(listed.read_text())
    del files[name]
    listed.write_text(json.dumps(files))


def test_memory_that_runs_out_in_mid_training_stops_the_run_and_keeps_it(page, copy):
    hoard = "        hoard = [numpy.empty(2**27) for _ in range(9)]\n"
    work = "    wait = session.work()\n"
    check = f"    if session._driver.run.iteration > 500:\n{hoard}"
    alter(copy, "worker.py", work, work + check)
    with altered_site(copy) as address:
        page.goto(address)
        app = App(page)
        app.expect_state("ready")
        app.button("Train").click()
        app.expect_state("failed")
        expect(app.failure).to_contain_text("Training is interrupted")
        expect(page.get_by_role("button", name=re.compile("^Go on from iteration"))).to_be_visible()
        page.get_by_text("Details", exact=True).click()
        expect(page.locator("#failure-detail")).to_contain_text("MemoryError")


def test_without_javascript_the_page_says_what_it_needs(page, site):
    source = page.request.get(site).text()  # a browser that runs no script cannot be asked
    told = re.search(r"<noscript>(.+?)</noscript>", source, re.DOTALL)
    assert told
    assert "needs JavaScript" in " ".join(told[1].split())
