"""Fetch one file over HTTPS: under a temporary name first, its own name when complete."""

import http.client
import os
import urllib.error
import urllib.request
from pathlib import Path

from builder.report import BuildError, progress

TIMEOUT_SECONDS = 5
CHUNK = 1 << 17


def fetch(url: str, target: Path) -> None:
    """Fetch `url` to `target`; a broken transfer raises BuildError and leaves no target."""
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(target.name + ".part")
    try:
        with urllib.request.urlopen(url, timeout=TIMEOUT_SECONDS) as response:
            _copy(response, part, target.name)
    except (urllib.error.URLError, http.client.HTTPException, OSError) as error:
        part.unlink(missing_ok=True)
        raise BuildError(f"{url} could not be fetched: {error}") from error
    os.replace(part, target)


def _copy(response: http.client.HTTPResponse, part: Path, label: str) -> None:
    """Write the body to `part`; raise OSError if it is shorter than was announced."""
    total = int(response.headers.get("Content-Length") or 0)
    done = 0
    with open(part, "wb") as file:
        while chunk := response.read(CHUNK):
            done += file.write(chunk)
            progress(label, done, total)
    if done < total:
        raise OSError(f"only {done} of {total} bytes arrived")
