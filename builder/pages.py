"""What the build writes into the hand-written pages: the commit, and where the site will be."""

import os
import re
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from builder.report import BuildError

COMMIT = re.compile(r'(id="commit">)[^<]*')
PREVIEW = re.compile(r'(property="og:image"\s+content=")\./')
HOME = re.compile(r'(id="home" href=")[^"]*')


def site_url() -> str:
    """Return where the site will be served, as BINADD_SITE_URL tells it, or nothing."""
    url = os.environ.get("BINADD_SITE_URL", "").strip()
    if url and urlsplit(url).scheme not in ("http", "https"):
        raise BuildError(f"BINADD_SITE_URL must begin with https:// or http://, not be {url}")
    return url.rstrip("/") + "/" if url else ""


def finish(source: Path, commit: str, url: str) -> bytes:
    """Return a page with the commit in it and, if it is known, the site's address."""
    text = COMMIT.sub(rf"\g<1>{commit}", source.read_text(encoding="utf-8"))
    if url:
        text = PREVIEW.sub(rf"\g<1>{url}", text)
        text = HOME.sub(rf"\g<1>{urlsplit(urljoin(url, '.')).path}", text)
    return text.encode()
