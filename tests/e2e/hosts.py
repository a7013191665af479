"""Hosts that serve the site otherwise than they should: wrong types, wrong packing, wrong pages."""

import gzip
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

from builder.places import DIST
from builder.serve import Handler, SiteServer, in_background

NO_TYPE = ""


class Host(Handler):
    """A host with habits of its own; a subclass says which."""

    types: dict[str, str] = {}  # suffix of a file -> the type it is served as
    headers_of_all: dict[str, str] = {}

    def guess_type(self, path: Any) -> str:
        return self.types.get(Path(path).suffix, super().guess_type(path))

    def send_header(self, keyword: str, value: str) -> None:
        if (keyword, value) != ("Content-Type", NO_TYPE):
            super().send_header(keyword, value)

    def end_headers(self) -> None:
        for name, value in self.headers_of_all.items():
            self.send_header(name, value)
        super().end_headers()

    def send(self, content: bytes, kind: str, **headers: str) -> BytesIO:
        """Answer with this, whatever was asked."""
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        return BytesIO(content)

    @property
    def file(self) -> Path:
        """What is asked for, in the folder."""
        file = Path(self.translate_path(self.path))
        return file / "index.html" if file.is_dir() else file


def typed(nosniff: bool = False, **types: str) -> type[Host]:
    """A host with other types: `wasm="text/plain"`."""
    table = {f".{suffix}": kind for suffix, kind in types.items()}
    headers = {"X-Content-Type-Options": "nosniff"} if nosniff else {}
    return type("Typed", (Host,), {"types": table, "headers_of_all": headers})


def packed(suffixes: str, times: int = 1, told: bool = True) -> type[Host]:
    """A host that packs files with gzip, perhaps more than once, perhaps without saying so."""

    class Packed(Host):
        def send_head(self) -> Any:
            if self.file.suffix not in suffixes.split() or not self.file.is_file():
                return super().send_head()
            content = self.file.read_bytes()
            for _ in range(times):
                content = gzip.compress(content, 1)
            extra = {"Content_Encoding": "gzip"} if told else {}
            return self.send(content, self.guess_type(self.file), **extra)

    return Packed


class PageForAll(Host):
    """Answers for a file that is missing with the first page, and 200, as for an application."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = (Path(self.directory) / "index.html").read_bytes()
        body = self.send(page, "text/html; charset=utf-8")
        self.wfile.write(body.read())


class WithoutSlash(Host):
    """Answers for the name of a folder with its page, and does not lead to the slash."""

    def send_head(self) -> Any:
        if self.file.name == "index.html" and not self.path.endswith("/"):
            return self.send(self.file.read_bytes(), "text/html; charset=utf-8")
        return super().send_head()


@contextmanager
def host(handler: Callable[..., Handler], folder: Path = DIST) -> Iterator[SiteServer]:
    """Serve the built site, or another folder, in that way."""
    with in_background(folder, handler) as server:
        yield server
