"""The service worker that keeps the whole page: Workbox, the list of all files, our own script."""

import base64
import hashlib
import json
import re
from pathlib import Path

from builder.content import Content, Source, read

NAME = "service-worker.js"
PARTS = ("core", "routing", "strategies", "precaching")  # each needs those before it
APART = {NAME, "404.html", "robots.txt", "preview.png"}  # no page of ours asks for these
LATE = re.compile(r"python-editor-\w+\.js")  # comes when somebody edits, and is kept from then on
SOURCE_MAP = re.compile(rb"^//# sourceMappingURL=.*$", re.M)


def service_worker(content: Content, own: bytes, modules: Path) -> bytes:
    """Return the whole script; it changes if and only if a file, Workbox or our script does."""
    files = f"self.FILES = {json.dumps(manifest(content), indent=0)};\n".encode()
    return b"\n".join([*(_part(modules, name) for name in PARTS), files, own])


def manifest(content: Content) -> list[dict[str, str]]:
    """Return what Workbox precaches: every file's address, version and digest."""
    kept = (name for name in sorted(content) if name not in APART and not LATE.fullmatch(name))
    return [_entry(name, content[name]) for name in kept]


def _entry(name: str, source: Source) -> dict[str, str]:
    """Describe one file; the browser refuses any other content under this name."""
    digest = hashlib.sha256(read(source))
    integrity = f"sha256-{base64.b64encode(digest.digest()).decode()}"
    return {"url": f"./{name}", "revision": digest.hexdigest()[:16], "integrity": integrity}


def _part(modules: Path, name: str) -> bytes:
    """Return one of Workbox's own ready-made scripts, without the mention of its source map."""
    script = modules / f"workbox-{name}" / "build" / f"workbox-{name}.prod.js"
    return SOURCE_MAP.sub(b"", script.read_bytes())
