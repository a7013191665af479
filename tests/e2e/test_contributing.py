"""The panel that CONTRIBUTING.md makes in ten minutes, made as it says."""

import re
import shutil
from functools import partial
from pathlib import Path

from playwright.sync_api import expect

from builder import bundle, pages, site
from builder.places import ROOT, WEB
from tests.e2e.app import App
from tests.e2e.conftest import altered_site

TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def code(language: str, about: str) -> str:
    """The block of a language that has these words in it."""
    blocks = re.findall(rf"```{language}\n(.*?)```", TEXT, re.DOTALL)
    return next(block for block in blocks if about in block)


def insert(file: Path, before: str, text: str) -> None:
    """Put a text before the only place of another."""
    old = file.read_text(encoding="utf-8")
    assert old.count(before) == 1
    file.write_text(old.replace(before, text + before), encoding="utf-8")


def test_the_worked_example_is_a_panel_that_works(page, tmp_path, monkeypatch):
    web = Path(shutil.copytree(WEB, tmp_path / "web"))
    folder = web / "features" / "streak"
    folder.mkdir()
    (folder / "streak.html").write_text(code("html", "<section"))
    (folder / "streak.css").write_text(code("css", ".streak"))
    (folder / "streak.js").write_text(code("js", "function streakPanel"))
    (folder / "wire.js").write_text(code("js", "function wire("))
    insert(web / "shell" / "features.js", "];\n", code("js", '["streak", "streak"]'))
    monkeypatch.setattr(site, "WEB", web)
    for made in (bundle, pages):  # apart, for others may be building, too
        apart = partial(made.ensure, folder=tmp_path / made.__name__)
        monkeypatch.setattr(made, "ensure", apart)
    with altered_site(site.build(tmp_path / "site")) as address:
        page.goto(f"{address}?embed=streak#iterations=8000")
        app = App(page)
        app.expect_state("ready")
        expect(page.locator("#streak")).to_have_text("Not yet.")
        app.train_to_the_end()
        expect(page.locator("#streak")).to_contain_text(re.compile(r"For [\d,]+ iterations?\."))
