"""Licence texts by SPDX identifier, and the notices that stand in Python sources as comments."""

import json
import re
import zipfile
from pathlib import Path

PUBLIC_DOMAIN = "public domain"  # no licence at all: the statement suffices
OPERATORS = {"AND", "OR", "WITH"}
SPECIMEN = re.compile(r"\A(.*\n\n)?(Copyright.*(<.*>|YEAR|Internet S).*\n+)+")
COMMENT = re.compile(r"(?:^#.*\n)+", re.MULTILINE)
NOTICE = re.compile(r"copyright.*(permission|redistribut)", re.IGNORECASE | re.DOTALL)


def texts(modules: Path, expression: str) -> dict[str, str]:
    """Return the text of every licence that an SPDX expression names, by its identifier."""
    return {name: _text(modules, name) for name in identifiers(expression)}


def identifiers(expression: str) -> list[str]:
    """Return the licences that an SPDX expression names."""
    if expression == PUBLIC_DOMAIN:
        return []
    return [word for word in re.findall(r"[\w.+-]+", expression) if word not in OPERATORS]


def notices(archive: Path) -> str:
    """Return the comments of an archive's Python sources that ask to be kept, each once."""
    found: dict[str, str] = {}
    with zipfile.ZipFile(archive) as opened:
        for name in sorted(filter(lambda name: name.endswith(".py"), opened.namelist())):
            for notice in _asking_to_be_kept(opened.read(name).decode("utf-8")):
                found.setdefault(notice, name)
    return "\n\n".join(f"In {name}:\n\n{notice}" for notice, name in found.items())


def _text(modules: Path, name: str) -> str:
    """Return one licence without the place for, or a specimen of, a copyright notice on top."""
    file = modules / "spdx-license-list" / "licenses" / f"{name}.json"
    text: str = json.loads(file.read_text(encoding="utf-8"))["licenseText"]
    return SPECIMEN.sub(lambda match: match[1] or "", text)


def _asking_to_be_kept(source: str) -> list[str]:
    """Return the comments of a source that are copyright notices with a licence."""
    blocks = [match[0] for match in COMMENT.finditer(source) if NOTICE.search(match[0])]
    return [re.sub(r"^#+ ?", "", block, flags=re.MULTILINE).strip("\n") for block in blocks]
