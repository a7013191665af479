"""The page of licences: all that is served, with its copyright notices and licence texts."""

import re
from collections.abc import Iterable
from html import escape
from pathlib import Path

from builder.components import Component

PLACE = re.compile(r"<!-- components -->")
Written = list[str]  # the texts that are on the page already


def page(template: Path, listed: Iterable[Component]) -> bytes:
    """Return the page with all components in it, every text once."""
    written: Written = []
    sections = "\n".join([section(component, written) for component in listed])
    return PLACE.sub(lambda _: sections, template.read_text(encoding="utf-8")).encode()


def section(component: Component, written: Written) -> str:
    """Write one component."""
    lines = [
        '      <section class="component">',
        f"        <h2>{escape(component.name)}</h2>",
        f"        <p>{escape(component.licence)}. {link(component.source)}</p>",
        *notice(component.copyright),
        *(text(title, body, written) for title, body in component.texts.items()),
        "      </section>",
    ]
    return "\n".join(lines)


def link(source: str) -> str:
    """Write where the source is, if that is told."""
    return f'<a href="{escape(source)}">Source</a>' if source else "It tells no address."


def notice(copyright: str) -> list[str]:
    """Write a copyright notice line by line, if there is one."""
    lines = "<br>".join(escape(line, quote=False) for line in copyright.splitlines())
    return [f'        <p class="notice">{lines}</p>'] if lines else []


def text(title: str, body: str, written: Written) -> str:
    """Write one licence text, folded up, or where it stands if it is on the page already."""
    lines = "\n".join(line.rstrip() for line in body.strip().splitlines())
    if lines in written:
        place = f'<a href="#text-{written.index(lines)}">{escape(title)}</a>'
        return f'        <p class="elsewhere">{place}, as above</p>'
    written.append(lines)
    return (
        f"        <details><summary>{escape(title)}</summary>"
        f'<pre id="text-{len(written) - 1}">{escape(lines, quote=False)}</pre></details>'
    )
