"""The built pages, as the tests of what they say read them."""

import re
from html.parser import HTMLParser

from builder.places import DIST

LETTER = re.compile(r"&#(\d{3,});")  # beyond ASCII: builder/plain.py writes its number


def page(name: str) -> str:
    """The text of a built page."""
    return LETTER.sub(lambda found: chr(int(found[1])), (DIST / name).read_text("ascii"))


class Loaded(HTMLParser):
    """Collects the addresses that a browser loads by itself; links to click are free."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        loading = ("src", "srcset", "data", "poster", "action", "href")
        found = [value or "" for name, value in attrs if name in loading]
        self.addresses += found if tag != "a" else []
        given = dict(attrs)
        if (tag, given.get("name")) == ("meta", "modules"):  # choose-view.js asks for them
            self.addresses += [f"./{name}" for name in (given["content"] or "").split()]
