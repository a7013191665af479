"""The page of licences: all that is served, with the licence texts that came with it."""

import re
from collections.abc import Iterable
from html import escape
from pathlib import Path

from builder.components import Component

PLACE = re.compile(r"<!-- components -->")


def page(template: Path, listed: Iterable[Component]) -> bytes:
    """Return the page with all components in it."""
    sections = "\n".join(map(section, listed))
    return PLACE.sub(lambda _: sections, template.read_text(encoding="utf-8")).encode()


def section(component: Component) -> str:
    """Write one component."""
    name, licence, source, _, texts = component
    lines = [
        '      <section class="component">',
        f"        <h2>{escape(name)}</h2>",
        f"        <p>{escape(licence)}. {link(source)}</p>",
        *(details(title, text) for title, text in texts.items()),
        "      </section>",
    ]
    return "\n".join(lines)


def link(source: str) -> str:
    """Write where the source is, if that is told."""
    return f'<a href="{escape(source)}">Source</a>' if source else "It tells no address."


def details(title: str, text: str) -> str:
    """Write one licence text, folded up."""
    lines = "\n".join(line.rstrip() for line in text.strip().splitlines())
    return (
        f"        <details><summary>{escape(title)}</summary>"
        f"<pre>{escape(lines, quote=False)}</pre></details>"
    )
