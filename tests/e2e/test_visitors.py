"""What the tests in a browser stand on: visitors that leave nothing, failures that leave much."""

from zipfile import is_zipfile

from tests.e2e.artifacts import FOLDER

CHOSEN = "Object.keys(localStorage)"
STARTED = "performance.getEntriesByName('boot: ready').length"


def test_what_a_returning_visitor_leaves_behind_is_gone_the_next_time(returning, site):
    with returning.visit() as page:
        page.goto(f"{site}404.html")
        page.evaluate("localStorage.setItem('theme', 'dark')")
        page.context.add_cookies([{"name": "a", "value": "b", "url": site}])
        page.context.grant_permissions(["clipboard-read"])
        page.context.new_page()
    with returning.visit() as page:
        page.goto(f"{site}404.html")
        assert sorted(page.evaluate(CHOSEN)) == ["pace", "view"]  # the Lab, as ever
        assert page.context.cookies() == []
        asked = "navigator.permissions.query({ name: 'clipboard-read' }).then((is) => is.state)"
        assert page.evaluate(asked) != "granted"
        assert len(page.context.pages) == 2  # with the one that holds what is compiled


def test_every_ready_page_has_started_for_its_test(app):
    assert app.page.evaluate(STARTED) == 1
    assert app.page.evaluate("history.length") == 2  # the empty tab, and the page
    assert sorted(app.page.evaluate(CHOSEN)) == ["pace", "view"]


def test_a_failure_leaves_pictures_the_console_and_the_trace(page, site, recorder):
    page.goto(f"{site}404.html")
    page.evaluate("console.log('something to read')")
    folder = recorder.leave("tests/some.py::test_that[fails <or> not]")
    assert folder.parent == FOLDER
    for picture in folder.glob("*.png"):
        assert picture.read_bytes().startswith(b"\x89PNG")
    assert len(list(folder.glob("*.png"))) >= 1
    assert any("something to read" in file.read_text() for file in folder.glob("*-console.txt"))
    assert all(is_zipfile(trace) for trace in folder.glob("*-trace.zip"))
    assert len(list(folder.glob("*-trace.zip"))) >= 1
