"""SHA-256 digests: what a file is decides, not where it came from."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from builder.report import BuildError


def of_file(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def of_parts(parts: Iterable[object]) -> str:
    """Return one digest for a list: a Path counts by its name and content, the rest by str()."""
    whole = hashlib.sha256()
    for part in parts:
        text = f"{part.name} {of_file(part)}" if isinstance(part, Path) else str(part)
        whole.update(f"{len(text)} {text}\n".encode())
    return whole.hexdigest()


def check(path: Path, name: str, expected: str) -> None:
    """Refuse a file whose digest is not the expected one, by name and with both digests."""
    found = of_file(path)
    if found != expected:
        raise BuildError(f"{name} is refused: its sha256 is {found}, it must be {expected}")
