"""The list of the files that start Python, with sizes and digests: the page checks them."""

import hashlib
import json

from builder import image
from builder.content import Content, Source, read

NAME = "files.json"
ROOTS = ("pyodide-boot.mjs", "no-indexeddb.js", "start-pyodide.js", "worker.py")
PART = 1 << 19  # bytes that are digested at a time, as in web/sound.js
FOLDERS = ("pyodide/", "pyscript/")
IMAGE = f"pyodide/{image.NAME}"
ARCHIVES = (".zip", ".whl")  # Python starts without them, where it starts from an image


def of(content: Content) -> bytes:
    """Return the content of files.json: each file's bytes, and the SHA-256 of its parts.

    `only` is `image` or `plain` where one of the two ways to start alone needs a file.
    """
    listed = {name: _described(content[name]) for name in sorted(content) if _starts_python(name)}
    if IMAGE in listed:
        for name in listed:
            if name == IMAGE or name.endswith(ARCHIVES):
                listed[name]["only"] = "image" if name == IMAGE else "plain"
    return f"{json.dumps(listed, indent=1)}\n".encode()


def _starts_python(name: str) -> bool:
    return name in ROOTS or (name.startswith(FOLDERS) and not name.endswith(".css"))


def _described(source: Source) -> dict[str, int | str | list[str]]:
    content = read(source)
    parts = (content[start : start + PART] for start in range(0, len(content), PART))
    digests = [hashlib.sha256(part).hexdigest() for part in parts]
    return {"bytes": len(content), "sha256": digests}
