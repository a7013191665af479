"""The page from end to end, the same in every engine."""

from builder.places import DIST
from builder.serve import in_background
from tests.e2e.conftest import altered_site
from tests.e2e.engines.tab import text, wait, wait_state
from tests.e2e.test_training import PRINTED

STORY = ("guess", "you", "learn", "cut", "push", "blame", "where", "forever", "break")
NO_SCROLLING = "document.documentElement.scrollWidth <= innerWidth"
KEPT = "Boolean(navigator.serviceWorker?.controller)"  # it controls what it has wholly


def test_the_tutorials_run_ends_as_published_and_a_long_carry_arrives(tab, network, site):
    tab.open(f"{site}?view=lab")
    wait_state(tab, "ready")
    assert tab.evaluate("document.querySelector('#preset').value") == "2015"
    assert tab.evaluate(NO_SCROLLING)
    tab.click("#train")
    wait_state(tab, "finished")
    assert tab.evaluate("document.documentElement.dataset.iteration") == "10000"
    assert text(tab, "#log").strip() == PRINTED.strip()
    wait(tab, "document.querySelector('#exact-accuracy').textContent", "100 %")
    assert text(tab, "#exact-of") == "of all 16,384 sums"
    tab.fill("#first", str(2**20 - 1))
    tab.fill("#second", "1")
    tab.click("#adder-form button[type=submit]")
    tab.click(".rooms a[data-to=proof]")
    wait(tab, "document.querySelector('#adder-result').textContent", str(2**20))
    assert "right" in text(tab, "#adder-verdict")
    assert tab.complaints() == network.refused == []


def test_after_one_visit_the_page_opens_and_learns_without_a_network(tab, network):
    with in_background(DIST) as server:
        tab.open(f"{server.address}?view=lab")
        wait_state(tab, "ready")
        wait(tab, KEPT, True)
        network.cut()
        tab.open(f"{server.address}?view=lab")
        wait_state(tab, "ready")
        tab.click("#step")
        wait(tab, "document.documentElement.dataset.iteration", "1")


def test_a_missing_file_of_the_runtime_is_told_in_words(tab, copy):
    (copy / "pyodide" / "pyodide.asm.wasm").unlink()
    with altered_site(copy) as address:
        tab.open(f"{address}?view=lab")
        wait_state(tab, "failed")
        assert "could not be started" in text(tab, "#failure")


def test_the_whole_story_is_walked_and_every_chapter_answers(tab, network, site):
    tab.open(f"{site}?view=story")
    wait_state(tab, "ready")
    for chapter in STORY:
        told = f"document.querySelector('#chapter-{chapter} .told')"
        tab.click("#story-next")
        wait(tab, f"{told}.classList.contains('open')", True)
        assert tab.evaluate(f"{told}.innerText.trim().length") > 20
        tab.click("#story-next")
    wait(tab, "document.documentElement.dataset.shows", "lab")
    assert tab.complaints() == network.refused == []


def test_a_visitors_own_functions_are_checked_and_trained_and_reach_a_goal(tab, network, site):
    tab.open(f"{site}?view=code#bits=2&hidden=8&iterations=3000&alpha=1&biases=yes")
    wait_state(tab, "ready")
    tab.click("#code-edit")
    choose = "(list) => { list.value = 'no-future'; list.dispatchEvent(new Event('change')); }"
    tab.evaluate(f"({choose})(document.querySelector('#challenge'))")
    for load, reached in (("#challenge-no-future .load", False), ("#code-ours", True)):
        tab.click(load)
        tab.click("#trial-run")
        wait(tab, "document.querySelector('#trial-run').disabled", False)
        assert tab.evaluate("!document.querySelector('#trial-reached').hidden") == reached
    assert "All five arrays are the measured slopes" in text(tab, "#trial-gradient")
    assert tab.complaints() == network.refused == []
