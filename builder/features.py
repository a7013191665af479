"""The one list of the page's features: what it names is there, and what is there is in it."""

import ast
from pathlib import Path

from builder.report import BuildError

LIST, WIRES = "shell/features.js", "shell/wires.js"
START, END = "export const FEATURES = ", ";\n"


def listed(web: Path) -> list[tuple[str, ...]]:
    """Return the features as web/shell/features.js lists them: (name,) or (name, panel).

    Raises BuildError if it is no plain list of texts, or if the folders are others.
    """
    text = (web / LIST).read_text(encoding="utf-8")
    try:
        found = [tuple(map(str, each)) for each in ast.literal_eval(_between(text))]
    except (ValueError, SyntaxError) as error:
        raise BuildError(f"web/{LIST} must hold {START}[…] with texts alone: {error}") from error
    _compare([each[0] for each in found], web / "features")
    return found


def styles(web: Path) -> list[Path]:
    """Return the features' style sheets: those of a folder by name, the folders as listed."""
    folders = [web / "features" / name for name, *_ in listed(web)]
    return [sheet for folder in folders for sheet in sorted(folder.glob("*.css"))]


def wires(web: Path) -> bytes:
    """Return the module that has the wiring of every feature by name, in the order of the list."""
    names = [name for name, *_ in listed(web) if (web / "features" / name / "wire.js").is_file()]
    imports = [
        f'import {{ wire as wire{place} }} from "../features/{name}/wire.js";'
        for place, name in enumerate(names)
    ]
    pairs = ", ".join(f'["{name}", wire{place}]' for place, name in enumerate(names))
    return "\n".join([*imports, f"export const WIRES = [{pairs}];\n"]).encode()


def _between(text: str) -> str:
    """Return the list as it is written; a list of lists of texts is the same in both languages."""
    return text.partition(START)[2].partition(END)[0]


def _compare(names: list[str], folder: Path) -> None:
    """Refuse a name without a folder, a folder without a name, and a name that stands twice."""
    there = {each.name for each in folder.iterdir() if each.is_dir()}
    if lacking := sorted(set(names) - there):
        raise BuildError(f"web/{LIST} names {lacking[0]}: no such folder is in web/features")
    if others := sorted(there - set(names)):
        raise BuildError(f"web/features/{others[0]} is not in the list of web/{LIST}")
    if len(names) > len(set(names)):
        raise BuildError(f"web/{LIST} names {max(names, key=names.count)} more than once")
