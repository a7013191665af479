"""What the page of licences tells of all that is served: notices, and every licence text once."""

from collections.abc import Iterable
from typing import Any

from builder.components import Component

Written = list[str]  # the texts that are on the page already


def told(listed: Iterable[Component]) -> list[dict[str, Any]]:
    """Return the works as web/licences.html writes them, one after the other."""
    written: Written = []
    return [_work(component, written) for component in listed]


def _work(component: Component, written: Written) -> dict[str, Any]:
    """Return one work."""
    return {
        "name": component.name,
        "licence": component.licence,
        "source": component.source,
        "copyright": component.copyright,
        "texts": [_text(title, body, written) for title, body in component.texts.items()],
    }


def _text(title: str, body: str, written: Written) -> dict[str, str | int]:
    """Return one licence text, or only where it stands if it is on the page already."""
    lines = "\n".join(line.rstrip() for line in body.strip().splitlines())
    if lines in written:
        return {"title": title, "number": written.index(lines)}
    written.append(lines)
    return {"title": title, "number": len(written) - 1, "body": lines}
