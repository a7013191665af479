"""The list of the files that start Python, with sizes and digests: the page checks them."""

import hashlib
import json

from builder.content import Content, Source, read

NAME = "files.json"
ROOTS = ("pyodide-boot.mjs", "no-indexeddb.js", "worker.py")
PART = 1 << 19  # bytes that are digested at a time, as in web/sound.js
FOLDERS = ("pyodide/", "pyscript/")


def of(content: Content) -> bytes:
    """Return the content of files.json: each file's bytes, and the SHA-256 of its parts."""
    listed = {name: _described(content[name]) for name in sorted(content) if _starts_python(name)}
    return f"{json.dumps(listed, indent=1)}\n".encode()


def _starts_python(name: str) -> bool:
    return name in ROOTS or (name.startswith(FOLDERS) and not name.endswith(".css"))


def _described(source: Source) -> dict[str, int | list[str]]:
    content = read(source)
    parts = (content[start : start + PART] for start in range(0, len(content), PART))
    digests = [hashlib.sha256(part).hexdigest() for part in parts]
    return {"bytes": len(content), "sha256": digests}
