"""A folder served as static hosts do it: text goes compressed, once and for all."""

import gzip
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from builder.serve import Handler, in_background

PACKED = (".whl", ".zip", ".png", ".image")  # a host sends these as they are, all others packed

Sent = list[tuple[str, int]]  # path, bytes


class Host(Handler):
    """Sends the compressed copy of a file to browsers that take it, and notes what it sends."""

    def __init__(self, *args: Any, copies: Path, sent: Sent, **rest: Any) -> None:
        self._copies = copies
        self._sent = sent
        self._compressed = False
        super().__init__(*args, **rest)

    def translate_path(self, path: str) -> str:
        """Return the file to send: the compressed copy, if there is one and it is welcome."""
        plain = super().translate_path(path)
        file = os.path.join(plain, "index.html") if plain.endswith("/") else plain
        copy = self._copies / os.path.relpath(file, self.directory)
        self._compressed = "gzip" in self.headers.get("Accept-Encoding", "") and copy.is_file()
        return str(copy) if self._compressed else plain

    def end_headers(self) -> None:
        """Say how the file is encoded."""
        self.send_header("Vary", "Accept-Encoding")
        if self._compressed:
            self.send_header("Content-Encoding", "gzip")
        super().end_headers()

    def copyfile(self, source: Any, outputfile: Any) -> None:
        """Note how long the file is, before anybody has it, and send it."""
        self._sent.append((self.path.partition("?")[0], os.fstat(source.fileno()).st_size))
        super().copyfile(source, outputfile)


class Hosted(NamedTuple):
    """A site on a host."""

    address: str
    sent: Sent  # grows with each answer that has a body


@contextmanager
def hosted(folder: Path) -> Iterator[Hosted]:
    """Serve a folder on a free port for as long as the block lasts."""
    sent: Sent = []
    with TemporaryDirectory() as copies:
        compress(folder, Path(copies))
        handler = partial(Host, copies=Path(copies), sent=sent)
        with in_background(folder, handler) as server:
            yield Hosted(server.address, sent)


def compress(folder: Path, copies: Path) -> None:
    """Make compressed copies, as old as the files themselves: browsers ask by that."""
    for file in folder.rglob("*"):
        if file.is_dir() or file.suffix in PACKED:
            continue
        copy = copies / file.relative_to(folder)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(gzip.compress(file.read_bytes()))
        os.utime(copy, (file.stat().st_atime, file.stat().st_mtime))
