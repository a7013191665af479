"""The pages, made from their templates in web/, and what the build tells these."""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

from builder import digests, features, stamps, venv
from builder.commands import Command, run
from builder.places import CACHE, ROOT
from builder.report import BuildError, say

PROGRAM = "builder.templates"


def site_url() -> str:
    """Return where the site will be served, as BINADD_SITE_URL tells it, or nothing."""
    url = os.environ.get("BINADD_SITE_URL", "").strip()
    if url and urlsplit(url).scheme not in ("http", "https"):
        raise BuildError(f"BINADD_SITE_URL must begin with https:// or http://, not be {url}")
    return url.rstrip("/") + "/" if url else ""


def home(url: str) -> str:
    """Return the site's path on its host; where that is not known, the host's first page."""
    return urlsplit(urljoin(url, ".")).path if url else "/"


def ensure(web: Path, told: Mapping[str, Any], folder: Path = CACHE / "pages") -> dict[str, bytes]:
    """Return the pages by name, made again if a template or what they are told has changed.

    Raises BuildError if a template is wrong.
    """
    names = sorted(page.name for page in web.glob("*.html"))
    asked = {"pages": names, "features": [name for name, *_ in features.listed(web)], "told": told}
    job, stamp, made = folder / "job.json", folder / "made.stamp", [folder / name for name in names]
    inputs = [json.dumps(asked), *venv.pins("build"), *_sources(web)]
    if not (_all_there(made) and stamps.is_current(stamp, digests.of_parts([*inputs, *made]))):
        say("Putting the pages together")
        stamps.replace(job, json.dumps(asked).encode())
        command: Command = [venv.ensure("build"), "-m", PROGRAM, web, job, folder]
        run(command, extra={"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"})
        stamps.write(stamp, digests.of_parts([*inputs, *made]))
    return {page.name: page.read_bytes() for page in made}


def _all_there(files: list[Path]) -> bool:
    return all(file.is_file() for file in files)


def _sources(web: Path) -> list[str | Path]:
    """Return every file that decides how the pages come out, and where the templates stand."""
    program = [ROOT / "builder" / name for name in ("templates.py", "listing.py")]
    templates = [*sorted(web.rglob("*.html")), *sorted(web.rglob("*.toml"))]
    package = sorted((ROOT / "binadd").rglob("*.py"))
    return [*program, *package, *templates, *(str(each.relative_to(web)) for each in templates)]
