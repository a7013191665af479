"""Puts the pages together from their templates: python -m builder.templates WEB JOB OUT.

Jinja2 is in the builder's environment, not in the Python that build.py was started with: pages.py
therefore runs this in a process of its own. JOB is a file with what the templates are told.
"""

import ast
import base64
import hashlib
import html
import json
import sys
import traceback
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import (
    Environment,
    FileSystemLoader,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateSyntaxError,
)
from markupsafe import Markup

from binadd.bits import OPERAND_BITS
from binadd.live.frame import next_carrying
from binadd.settings import LIMITS, PRESETS, Settings
from binadd.training.examples import Example
from binadd.training.run import Run
from binadd.trying.challenges import CHALLENGES
from binadd.trying.written import ours
from builder.listing import ROLES, Listing, in_code, listings
from builder.places import ROOT

MACROS = "shell/macros.html"


class Places:
    """The parts that features have for places of a page: block `foot` goes to `place("foot")`."""

    def __init__(self, templates: Mapping[str, Template]) -> None:
        """Templates by feature, in the order of the page."""
        self._templates = templates
        self._left = {(name, place) for name, each in templates.items() for place in each.blocks}

    def __call__(self, place: str) -> Markup:
        """Return all parts for a place, one after the other."""
        having = {name: each for name, each in self._templates.items() if place in each.blocks}
        self._left -= {(name, place) for name in having}
        parts = [
            part for each in having.values() for part in each.blocks[place](each.new_context())
        ]
        return Markup("".join(parts).rstrip("\n"))

    def check(self) -> None:
        """Raise ValueError if a part has not been asked for: nobody would see it."""
        for name, place in sorted(self._left):
            raise ValueError(f'features/{name}/{name}.html: no page has a place "{place}"')


def environment(web: Path, told: Mapping[str, Any]) -> Environment:
    """Return what knows the templates of web/, the package's settings, and what it is told."""
    made = Environment(
        loader=FileSystemLoader(web),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters.update(digest=digest, text=text)
    package = {"limits": LIMITS, "presets": PRESETS, "settings": Settings()}

    def of_network() -> list[Listing]:
        return listings(web)

    def first_sum() -> Example:
        return next_carrying(Run(Settings()))

    made.globals.update(told, operand_bits=OPERAND_BITS, code_line=code_line, **package)
    made.globals.update(
        listings=of_network,
        first_sum=first_sum,
        challenges=lambda: CHALLENGES,
        own_code=ours,
        roles=ROLES,
    )
    made.globals["in_code"] = in_code
    macros = made.get_template(MACROS).module
    made.globals.update(field=macros.field, term=macros.term)  # type: ignore[attr-defined]
    made.globals["words"] = lambda chapter, block: words_of(made, chapter, block)
    return made


def words_of(made: Environment, chapter: str, block: str) -> Markup:
    """Return what a chapter of the Story says in one block of its words.

    Raises ValueError if it has no such block.
    """
    template = made.get_template(f"features/story/words/{chapter}.html")
    if block not in template.blocks:
        raise ValueError(f"features/story/words/{chapter}.html has no block {block}")
    return Markup("".join(template.blocks[block](template.new_context())).strip())


def render(web: Path, names: list[str], features: list[str], told: Mapping[str, Any]) -> list[str]:
    """Return the pages of these names.

    Raises TemplateError or ValueError, which say where a template is wrong.
    """
    made = environment(web, told)
    places = Places({name: made.get_template(f"features/{name}/{name}.html") for name in features})
    made.globals["place"] = places
    pages = [made.get_template(name).render() for name in names]
    places.check()
    return pages


def code_line(function: str, beginning: str, cut: str = "") -> Markup:
    """Return the one line of a function of the readable network that begins so.

    cut: what of it is struck out.
    Raises ValueError if it has no such line, or several, or nothing of it can be struck out.
    """
    source = (ROOT / "binadd" / "network.py").read_text(encoding="utf-8")
    defined = {each.name: each for each in ast.parse(source).body if hasattr(each, "name")}
    if function not in defined:
        raise ValueError(f"binadd/network.py has no {function}")
    lines = (ast.get_source_segment(source, defined[function]) or "").splitlines()
    found = [line.strip() for line in lines if line.strip().startswith(beginning)]
    if len(found) != 1:
        raise ValueError(f"{function} has {len(found)} lines that begin with {beginning!r}")
    before, struck, after = found[0].partition(cut) if cut else (found[0], "", "")
    if cut and not struck:
        raise ValueError(f"{function}: there is no {cut!r} in {found[0]!r}")
    return text(before) + (Markup("<s>{}</s>").format(struck) if cut else "") + text(after)


def digest(content: str) -> str:
    """Return the SHA-256 of what stands in a page, as a Content-Security-Policy names it."""
    return base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


def text(content: str) -> Markup:
    """Escape what stands between tags, where quotation marks may stay as they are."""
    return Markup(html.escape(content, quote=False))


def main(web: Path, job: Path, out: Path) -> str | None:
    """Write the pages that a job asks for; return what is wrong, if anything is."""
    asked = json.loads(job.read_text(encoding="utf-8"))
    try:
        pages = render(web, asked["pages"], asked["features"], asked["told"])
    except (TemplateError, ValueError) as error:
        return f"A template is wrong: {where(error)}{error}"
    for name, page in zip(asked["pages"], pages, strict=True):
        (out / name).write_text(page, encoding="utf-8", newline="\n")
    return None


def where(error: Exception) -> str:
    """Return the template and the line that an error was met at, as far as can be told."""
    if isinstance(error, TemplateSyntaxError):
        return f"{error.name}, line {error.lineno}: "
    frames = traceback.extract_tb(error.__traceback__)
    found = [frame for frame in frames if frame.filename.endswith(".html")]
    return f"{found[-1].filename}, line {found[-1].lineno}: " if found else ""


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:4])))
