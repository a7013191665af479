"""Links, files and exports: what is kept of a run brings it back, to the digit."""

import csv
import io
import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import expect

from binadd.network import Weights
from binadd.saving.npz_file import Saved, load, save
from binadd.settings import Settings
from binadd.training.run import Run
from tests.e2e.app import App

PRINTED = (Path(__file__).parent.parent / "golden" / "seed0_printed.txt").read_text()

STOP_UNDER_WAY = """{  // presses at once, for the table may be whole before a test sees the bar
  const [bar, stop] = ["keep-bar", "cancel-table"].map((id) => document.getElementById(id));
  const watcher = new MutationObserver(() => {
    if (!bar.value) return;
    watcher.disconnect();
    globalThis.under = { way: bar.value, visible: bar.checkVisibility() };
    stop.click();
  });
  watcher.observe(bar, { attributes: true });
}"""


@pytest.fixture
def app(again):
    """Most tests of this file can do with a page that was used before."""
    return again


@pytest.fixture
def said(app):
    return app.page.locator("#keep-said")


def steps(app, size, times=1):
    app.field("Step size").select_option(str(size))
    for _ in range(times):
        before = app.iteration
        app.button("Step").click()
        app.expect_iteration(before + size)
    app.expect_state("paused")


def opened(app, hash_):
    """The same page in a tab of its own."""
    page = app.page.context.new_page()
    page.goto(app.page.url.split("#")[0] + hash_)
    return App(page)


def downloaded(app, name):
    with app.keeping(), app.page.expect_download() as download:
        app.button(name).click()
    return download.value


def test_a_link_brings_back_settings_iteration_and_pinned_sum(page, visit):
    app = visit("#hidden=8&seed=5&at=1234&pin=75,53", "paused")
    app.expect_iteration(1234)
    expect(app.field("Hidden units")).to_have_value("8")
    run = Run(Settings(hidden=8, seed=5))
    error = run.advance(1234).errors[-1]
    expect(page.locator("#trace-reading .of-error b")).to_contain_text(f"{error:.2f}")
    assert page.url.endswith("#hidden=8&seed=5&at=1234&pin=75,53")


def test_the_address_follows_the_run_when_it_rests(app):
    steps(app, 100)
    expect(app.page).to_have_url(app.page.url.split("#")[0] + "#at=100")
    app.field("Seed").fill("3")
    app.button("Reset").click()
    app.expect_state("ready")
    expect(app.page).to_have_url(app.page.url.split("#")[0] + "#seed=3")


def test_a_link_pasted_into_the_open_page_is_followed(app):
    app.page.evaluate("location.hash = '#bits=4&at=50'")
    app.expect_iteration(50)
    app.expect_state("paused")
    expect(app.field("Bits")).to_have_value("4")
    app.page.evaluate("location.hash = '#at=20'")
    app.expect_iteration(20)
    expect(app.field("Bits")).to_have_value("8")


def test_of_two_links_that_are_followed_at_once_the_last_is_arrived_at(app):
    app.page.evaluate(
        """async (links) => {
          for (const link of links) {
            const followed = new Promise((done) => addEventListener("hashchange", done));
            location.hash = link;
            await followed;
          }
        }""",
        ["#bits=4&at=50", "#hidden=8&at=20"],
    )
    app.expect_iteration(20)
    app.expect_state("paused")
    expect(app.field("Bits")).to_have_value("8")
    expect(app.field("Hidden units")).to_have_value("8")
    expect(app.page).to_have_url(re.compile("#hidden=8&at=20$"))


def test_copy_link_copies_the_run_as_it_stands(app, said):
    app.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    steps(app, 10)
    with app.keeping():
        app.button("Copy link").click()
        expect(said).to_contain_text("iteration 10")
    assert app.page.evaluate("navigator.clipboard.readText()").endswith("#at=10")


def test_a_link_with_trained_weights_opens_them(app, said):
    steps(app, 100, times=2)
    with app.keeping():
        app.button("Copy link with trained weights").click()
        expect(app.page.locator("#kept-link")).to_have_value(re.compile("#net="))
    link = app.page.locator("#kept-link").input_value()
    other = opened(app, "#" + link.split("#")[1])
    other.expect_iteration(200)
    other.button("Step").click()
    other.expect_iteration(201)
    expect(other.page).to_have_url(link + "&at=201")


def test_a_damaged_link_is_refused_in_words_and_the_page_works(visit):
    app = visit("#net=binadd1.AAAA")
    page = app.page
    expect(page.locator("#link-notice")).to_contain_text("not a sound capsule")
    app.button("Step").click()
    app.expect_iteration(1)


def test_a_saved_file_loads_again_and_a_bad_one_is_refused(app, said, tmp_path):
    steps(app, 100)
    file = tmp_path / "network.npz"
    downloaded(app, "Save file").save_as(file)
    run = Run(Settings())
    run.advance(100)
    saved = load(file)
    assert saved.iteration == 100
    for ours, theirs in zip(run.weights, saved.weights, strict=True):
        assert ours == pytest.approx(theirs, rel=0, abs=1e-10)
    bad = tmp_path / "bad.npz"
    bad.write_bytes(file.read_bytes()[:-200])
    with app.keeping():
        app.page.locator("#file-to-load").set_input_files(bad)
        expect(app.page.locator("#keep-refused")).to_contain_text("bad.npz was not loaded")
    assert app.iteration == 100
    app.button("Reset").click()
    app.expect_iteration(0)
    with app.keeping():
        app.page.locator("#file-to-load").set_input_files(file)
        app.expect_iteration(100)
        expect(said).to_contain_text("Loaded network.npz")
        app.button("Copy link").click()
        expect(app.page.locator("#keep-refused")).to_contain_text("no short link")


def test_a_network_too_large_for_a_link_is_refused_there_and_saved_as_a_file(app, said, tmp_path):
    run = Run(Settings(hidden=3))
    large = Saved(Weights(*(1e39 * array for array in run.weights)), run.settings, 0)
    file, again = tmp_path / "large.npz", tmp_path / "again.npz"
    save(file, large)
    refused = app.page.locator("#keep-refused")
    with app.keeping():
        app.page.locator("#file-to-load").set_input_files(file)
        expect(said).to_contain_text("Loaded large.npz")
        app.button("Copy link with trained weights").click()
        expect(refused).to_have_text(
            "No link was made: a weight is too large for a text or a link, but a file can hold it."
        )
    downloaded(app, "Save file").save_as(again)
    expect(said).to_contain_text("Saved: network.npz")
    assert all(map(np.array_equal, load(again).weights, large.weights))
    app.button("Step").click()
    app.expect_iteration(1)


def test_the_table_holds_every_iteration(app, said, tmp_path):
    steps(app, 100)
    file = tmp_path / "training.csv"
    downloaded(app, "Table (CSV)").save_as(file)
    rows = list(csv.DictReader(io.StringIO(file.read_text())))
    part = Run(Settings()).advance(100)
    assert [(int(row["a"]), int(row["b"])) for row in rows] == [
        tuple(p) for p in part.pairs.tolist()
    ]
    errors = np.array([float(row["error"]) for row in rows])
    assert errors == pytest.approx(part.errors, rel=0, abs=1e-10)
    expect(said).to_contain_text("100 iterations")


def test_a_long_table_tells_how_far_it_is_and_can_be_stopped(page, visit):
    app = visit("#hidden=64&at=2000", "paused")  # the recording passes that iteration, too
    app.expect_iteration(2_000)
    page.evaluate(STOP_UNDER_WAY)
    with app.keeping():
        app.button("Table (CSV)").click()
        app.until("'under' in globalThis")
        assert page.evaluate("under.visible")
        assert 0 < page.evaluate("under.way") < 1
        expect(page.locator("#keep-said")).to_contain_text("Stopped")
        expect(page.locator("#keep-bar")).not_to_be_visible()


def test_the_picture_is_a_picture(app, tmp_path):
    steps(app, 100)
    file = tmp_path / "training.png"
    downloaded(app, "Picture (PNG)").save_as(file)
    assert file.read_bytes().startswith(b"\x89PNG")
    assert file.stat().st_size > 5_000


def test_the_program_prints_the_tutorials_blocks_natively(app, tmp_path):
    file = tmp_path / "learn_to_add.py"
    downloaded(app, "Python program").save_as(file)
    done = subprocess.run([sys.executable, "-I", file], capture_output=True, text=True, check=True)
    assert done.stdout == PRINTED
