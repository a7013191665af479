"""The stages of the start, as developer tools show them and `build.py bench` reads them."""

from itertools import pairwise

from tests.bench.boot import STAGES

IN_ORDER = [f"boot: {stage}" for stage in ("runtime", "packages", "network", "ready")]


def test_the_page_marks_the_stages_of_its_start_in_their_order(app):
    found = app.page.evaluate(STAGES)
    assert 0 < found["document"] < found["first-contentful-paint"]
    assert found["document"] < found["boot: files"] < found["boot: packages"]
    assert all(found[one] < found[other] for one, other in pairwise(IN_ORDER))
