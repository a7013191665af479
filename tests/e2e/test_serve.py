"""What `build.py serve` shows: nothing is kept unless asked, and what was kept is taken away."""

from threading import Thread

import pytest
from playwright.sync_api import expect

from builder import network
from builder.places import DIST
from builder.serve import Handler, SiteServer, bind
from builder.unkept import Unkept
from tests.e2e.app import BOOT, App
from tests.e2e.conftest import Watch
from tests.e2e.test_offline import KEPT

REGISTRATIONS = "navigator.serviceWorker.getRegistrations().then((all) => all.length)"
CACHES = "caches.keys().then((names) => names.length)"


class Brief(Handler):
    """Leaves no connection open, on which a server that has ended would still answer."""

    protocol_version = "HTTP/1.0"


class BriefUnkept(Brief, Unkept):
    """The same, for whoever works on the page."""


def serving(server: SiteServer) -> SiteServer:
    """Have a bound server answer, in a thread of its own."""
    Thread(target=server.serve_forever, args=[0.02], daemon=True).start()
    return server


def test_an_old_service_worker_is_taken_away_and_no_new_one_comes(context, tmp_path):
    with bind(DIST, 0, Brief) as kept:
        port = serving(kept).server_port
        page = context.new_page()
        page.goto(kept.address)
        expect(page.locator("#kept")).to_contain_text(KEPT, timeout=2 * BOOT)
        assert page.evaluate(REGISTRATIONS) == 1
        kept.shutdown()
    with bind(DIST, port, BriefUnkept) as server:
        assert serving(server).server_port == port
        watch = Watch(page, server.address)
        page.goto(server.address)  # what comes is the page that was kept
        app = App(page)
        expect(app.html).to_have_attribute("data-offline", "off", timeout=BOOT)
        app.expect_state("ready")
        expect(page.locator("#kept")).to_contain_text("--offline", timeout=BOOT)
        assert page.evaluate(REGISTRATIONS) == page.evaluate(CACHES) == 0
        assert [one for one in watch.complaints if "ERR_ABORTED" not in one] == []
        server.shutdown()
    with bind(tmp_path, port) as empty:  # and whatever is served there later is not ours
        answer = page.goto(serving(empty).address)
        assert answer.status == 404
        empty.shutdown()


def test_the_page_can_be_used_from_another_device_in_the_network(page):
    """By an address that is no secure context: without digests, locks and service workers."""
    with bind(DIST, 0, Unkept, "0.0.0.0") as server:
        addresses = serving(server).addresses
        if len(addresses) < 2 or addresses[1].startswith(f"http://{network.HERE}:"):
            pytest.skip("this machine is in no network")
        page.goto(addresses[1])
        assert page.evaluate("isSecureContext") is False
        app = App(page)
        app.expect_state("ready")
        app.button("Step").click()
        app.expect_iteration(1)
        server.shutdown()
