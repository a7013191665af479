"""The list of the files that start Python, each with its size and digest: the page checks them."""

import hashlib
import json

from builder.content import Content, Source, read

NAME = "files.json"
ROOTS = ("boot.mjs", "keep-nothing.js", "worker.py")
FOLDERS = ("pyodide/", "pyscript/")


def of(content: Content) -> bytes:
    """Return the content of files.json: for each file its bytes and its SHA-256 in hexadecimal."""
    listed = {name: _described(content[name]) for name in sorted(content) if _starts_python(name)}
    return f"{json.dumps(listed, indent=1)}\n".encode()


def _starts_python(name: str) -> bool:
    return name in ROOTS or (name.startswith(FOLDERS) and not name.endswith(".css"))


def _described(source: Source) -> dict[str, int | str]:
    content = read(source)
    return {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
