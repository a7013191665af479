"""Serve the site on this machine, as a plain static host would."""

import errno
import os
import signal
import socket
import socketserver
import sys
import threading
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from builder import network
from builder.report import BuildError, say

HOST = network.HERE
PORT = 8000
PORTS_TRIED = 50
POLL_SECONDS = 0.02  # how soon a server in the background notices that it shall stop

CONTENT_TYPES = {
    "": "application/octet-stream",
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".image": "application/octet-stream",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".mjs": "text/javascript; charset=utf-8",
    ".py": "text/x-python; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".whl": "application/octet-stream",
    ".zip": "application/zip",
}


class Handler(SimpleHTTPRequestHandler):
    """Answers with the right content type, asks browsers to revalidate, logs nothing."""

    extensions_map = CONTENT_TYPES
    protocol_version = "HTTP/1.1"  # keeps connections open, as real hosts do

    def guess_type(self, path: Any) -> str:
        """Return the content type by our table alone, whatever the machine's tables say."""
        return self.extensions_map.get(Path(path).suffix.lower(), self.extensions_map[""])

    def end_headers(self) -> None:
        """Let browsers keep files but ask each time whether they changed."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer a wrong address with the site's own page for it, as static hosts do."""
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            return super().send_error(code, message, explain)
        content = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", CONTENT_TYPES[".html"])
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def list_directory(self, path: Any) -> None:
        """Show no folder: a static host has none to show."""
        self.send_error(404, "File not found")

    def log_message(self, *_args: Any) -> None:
        """Print no line per request."""


class SiteServer(ThreadingHTTPServer):
    """A server of one folder; port 0 means any free one (see `address`)."""

    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # on Windows it would share a port that is taken

    def __init__(
        self,
        folder: Path,
        port: int = 0,
        handler: Callable[..., Handler] = Handler,
        host: str = HOST,
    ) -> None:
        """Bind at once; raises OSError if the port is taken, BuildError if the host is none."""
        self.place = network.place(host, port)
        self.address_family = self.place.family
        super().__init__(self.place.address, lambda *args: handler(*args, directory=str(folder)))

    def server_bind(self) -> None:
        """Bind without looking for the host's full name, which may take its time."""
        if self.place.host == "::":  # all addresses of this machine, the shorter ones too
            self.socket.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = self.place.host, self.server_address[1]

    @property
    def addresses(self) -> list[str]:
        """The site's addresses with the port really bound: this machine's, then the network's."""
        return network.urls(self.place, self.server_port)

    @property
    def address(self) -> str:
        """The site's address on this machine."""
        return self.addresses[0]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Pass over connections that a browser closed early; report anything else."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            super().handle_error(request, client_address)


@contextmanager
def in_background(folder: Path, handler: Callable[..., Handler] = Handler) -> Iterator[SiteServer]:
    """Serve a folder on a free port in a thread, for as long as the block lasts."""
    with SiteServer(folder, handler=handler) as server:
        threading.Thread(target=server.serve_forever, args=[POLL_SECONDS], daemon=True).start()
        yield server
        server.shutdown()


def bind(
    folder: Path,
    port: int = PORT,
    handler: Callable[..., Handler] = Handler,
    host: str = HOST,
) -> SiteServer:
    """Bind the wanted port or, if it is taken, the next free one, and say so.

    Raises BuildError if there is none, or if it cannot be had on that host.
    """
    for candidate in range(port, min(port + PORTS_TRIED, 65536)):
        try:
            server = SiteServer(folder, candidate, handler, host)
        except OSError as error:
            if error.errno == errno.EADDRNOTAVAIL:
                raise network.unusable(host) from error
            if error.errno == errno.EACCES:
                raise BuildError(f"this system does not let you use port {candidate}") from error
            continue
        if candidate != port:
            say(f"Port {port} is taken; using {candidate}")
        return server
    raise BuildError(f"no free port from {port} on; choose another with --port")


def serve(server: SiteServer) -> None:
    """Serve until Ctrl-C or SIGTERM; print the addresses, open one where there is a screen."""
    for ending in (signal.SIGINT, signal.SIGTERM):  # started in the background, SIGINT is ignored
        signal.signal(ending, signal.default_int_handler)
    say("\n".join(["Serving the site; stop with Ctrl-C", *server.addresses]))
    try:
        if has_screen():
            webbrowser.open(server.address)
        server.serve_forever()
    except KeyboardInterrupt:
        say("\nStopped")


def has_screen() -> bool:
    """Tell whether a browser window could be seen here."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
