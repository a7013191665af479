"""The functions of the network as the page shows them: real source, coloured and explained.

Python's own tokens colour it, so reading costs no library. Docstrings and comments stay out: beside
the code stands what is said of every line (web/features/code/lines.toml).
"""

import ast
import io
import tokenize
import tomllib
from collections.abc import Iterator
from keyword import iskeyword
from pathlib import Path
from typing import Any, NamedTuple

from markupsafe import Markup, escape

from binadd.trying.written import FUNCTIONS, ours

WORDS = Path("features", "code", "lines.toml")
INDENT = 4
ROLES = {  # what a name stands for, which decides its colour
    **dict.fromkeys(("inputs", "w_xh"), "input"),
    **dict.fromkeys(("hidden", "state", "w_hh"), "memory"),
    **dict.fromkeys(("outputs", "w_hy"), "output"),
    **dict.fromkeys(("d_output", "d_hidden", "blame"), "blame"),
    "targets": "truth",
}
WEIGHTS = {"w_xh": "synapse_0", "w_hh": "synapse_h", "w_hy": "synapse_1"}
THEIRS = {  # the tutorial's names
    **WEIGHTS,
    **{"inputs": "X", "targets": "y", "outputs": "layer_2", "steps": "binary_dim"},
    **{"hidden": "layer_1_values", "state": "layer_1", "units": "hidden_dim"},
    **{"d_output": "layer_2_deltas", "d_hidden": "layer_1_deltas", "t": "position", "z": "x"},
}
IN_FUNCTION = {  # where a name means something else
    "initial_weights": {"hidden": "hidden_dim"},
    "train": {"inputs": "X", "targets": "y"},
}


class Line(NamedTuple):
    """One line of code, and what is said of it."""

    number: int  # in the text of all functions, from 1: by this its values are known
    shown: int  # in its function
    indent: int
    code: Markup
    says: int  # which of the words


class Listing(NamedTuple):
    """One function."""

    name: str
    lines: list[Line]
    words: list[Markup]


def listings(web: Path) -> list[Listing]:
    """Return the functions in the order of the text.

    Raises ValueError if nothing is said of a line, or something of one that is not there.
    """
    about = tomllib.loads((web / WORDS).read_text(encoding="utf-8"))
    if others := set(about) ^ set(FUNCTIONS):
        raise ValueError(f"{WORDS.name} and the functions differ in {sorted(others)[0]}")
    text = ours()
    return [_listing(text, node, about[node.name]) for node in _functions(text)]


def _functions(text: str) -> Iterator[ast.FunctionDef]:
    yield from (node for node in ast.parse(text).body if isinstance(node, ast.FunctionDef))


def _listing(text: str, node: ast.FunctionDef, about: list[dict[str, Any]]) -> Listing:
    tokens = _tokens(text)
    hidden = set(range(node.body[0].lineno, (node.body[0].end_lineno or 0) + 1))  # the docstring
    lines: list[Line] = []
    said = -1
    for number in range(node.lineno, (node.end_lineno or 0) + 1):
        code = tokens.get(number, [])
        if number in hidden or not code:
            continue
        written = "".join(part for _, part in code).strip()
        if said + 1 < len(about) and written.startswith(about[said + 1]["line"]):
            said += 1
        elif not written.startswith(")"):
            raise ValueError(f"{WORDS.name} says nothing of {node.name}: {written}")
        indent = code[0][0] // INDENT
        lines.append(Line(number, len(lines) + 1, indent, _coloured(code, node.name), said))
    if said + 1 < len(about):
        raise ValueError(f"{node.name} has no line {about[said + 1]['line']!r} there")
    return Listing(node.name, lines, [in_code(each["says"]) for each in about])


def _tokens(text: str) -> dict[int, list[tuple[int, str]]]:
    """Return what stands in each line, in pieces with their columns; no comments, no margins."""
    found: dict[int, list[tuple[int, str]]] = {}
    end = (0, 0)
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type in (tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE) or not token.string:
            continue
        if token.type in (tokenize.INDENT, tokenize.DEDENT):
            continue
        (row, column), line = token.start, found.setdefault(token.start[0], [])
        gap = column - end[1] if line and end[0] == row else 0
        if gap:
            line.append((end[1], " " * gap))
        line.append((column, token.string))
        end = token.end
    return found


def _coloured(code: list[tuple[int, str]], function: str) -> Markup:
    parts = [part for _, part in code]
    following = [*parts[1:], ""]
    return Markup("").join(
        _piece(part, function, is_keyword=after == "=" and function == "backward")
        for part, after in zip(parts, following, strict=True)
    )


def _piece(part: str, function: str, is_keyword: bool) -> Markup:
    """Colour a name; `is_keyword`: it names a part of the gradient."""
    if iskeyword(part):
        return Markup("<b>{}</b>").format(part)
    theirs = IN_FUNCTION.get(function, {}).get(part, THEIRS.get(part))
    if is_keyword and part in WEIGHTS:
        theirs = f"{WEIGHTS[part]}_update"
    role = "" if function == "initial_weights" and part == "hidden" else ROLES.get(part, "")
    if not (theirs or role):
        return escape(part)
    name = Markup(' class="name of-{}" data-name="{}"').format(role, part) if role else Markup("")
    other = Markup(' data-theirs="{}"').format(theirs) if theirs else Markup("")
    return Markup("<span{}{}>{}</span>").format(name, other, part)


def in_code(text: str) -> Markup:
    """Return words as HTML: put what stands between back-ticks into code."""
    parts = text.split("`")
    pieces = [
        Markup("<code>{}</code>").format(_named(part)) if place % 2 else escape(part)
        for place, part in enumerate(parts)
    ]
    return Markup("").join(pieces)


def _named(part: str) -> Markup:
    return _piece(part, "", is_keyword=False)
