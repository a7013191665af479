"""A host's wrong types, in every engine: what can start starts, what cannot is named."""

import re

from tests.e2e.engines.tab import text, wait_state
from tests.e2e.hosts import host, typed


def test_webassembly_of_another_type_is_compiled_all_the_same(tab):
    with host(typed(wasm="application/octet-stream")) as server:
        tab.open(f"{server.address}?view=lab")
        wait_state(tab, "ready")


def test_a_script_of_another_type_is_named_with_its_header(tab):
    with host(typed(js="application/octet-stream")) as server:
        tab.open(f"{server.address}?view=lab")
        wait_state(tab, "failed")
        assert re.search(r"start\.js\..*Content-Type", text(tab, "#failure-reason"))
