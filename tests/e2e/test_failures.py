"""A worker that cannot start says so; it never leaves the visitor waiting."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import App, Watch, altered_site

NUMPY = "pyodide/numpy-2.4.3-cp314-cp314-pyemscripten_2026_0_wasm32.whl"


def remove(path):
    path.unlink()


def empty(path):
    path.write_bytes(b"")


def cut_short(path):
    path.write_bytes(path.read_bytes()[:-1000])


FAULTS = [
    (remove, "pyodide/pyodide.asm.wasm"),
    (remove, "pyodide/pyodide.mjs"),
    (remove, "pyodide/python_stdlib.zip"),
    (remove, "pyodide/pyodide-lock.json"),
    (remove, NUMPY),
    (cut_short, NUMPY),
    (remove, "boot.mjs"),
    (remove, "worker.py"),
    (remove, "pyscript/core.js"),
    (empty, "pyodide/pyodide-lock.json"),
]


@pytest.mark.parametrize(("damage", "file"), FAULTS)
def test_a_fault_in_a_file_of_the_runtime_is_told_in_words(page, copy, damage, file):
    damage(copy / file)
    with altered_site(copy) as address:
        watch = Watch(page, address)
        page.goto(address)
        app = App(page)
        app.expect_state("failed", 20_000)
        expect(app.failure).to_contain_text("could not be started")
        expect(page.get_by_role("button", name="Try again", exact=True)).to_be_visible()
        expect(app.button("Train")).to_be_disabled()
        assert watch.foreign == []


def test_an_error_in_our_own_python_is_told_with_its_traceback(page, copy):
    worker = copy / "worker.py"
    worker.write_text(worker.read_text().replace("session.start()", "session.begin_at_once()"))
    with altered_site(copy) as address:
        page.goto(address)
        App(page).expect_state("failed")
        page.get_by_text("Details", exact=True).click()
        expect(page.locator("#failure-detail")).to_contain_text("begin_at_once")


def test_an_error_in_mid_training_stops_the_run_and_says_so(page, copy):
    worker = copy / "worker.py"
    check = "    if session._driver.run.iteration > 500:\n        raise ValueError('no')\n"
    work = "    wait = session.work()\n"
    assert work in worker.read_text()
    worker.write_text(worker.read_text().replace(work, work + check))
    with altered_site(copy) as address:
        page.goto(address)
        app = App(page)
        app.expect_state("ready")
        app.button("Train").click()
        app.expect_state("failed")
        expect(app.failure).to_contain_text("Training has stopped")


def test_without_javascript_the_page_says_what_it_needs(page, site):
    source = page.request.get(site).text()  # a browser that runs no script cannot be asked
    told = re.search(r"<noscript>(.+?)</noscript>", source, re.DOTALL)
    assert told
    assert "needs JavaScript" in " ".join(told[1].split())
