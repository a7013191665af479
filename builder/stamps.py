"""A stamp beside what was made says what it was made from; it is always written last."""

import os
import tempfile
from pathlib import Path


def is_current(stamp: Path, key: str) -> bool:
    """Tell whether the stamp was written for exactly this key."""
    return stamp.is_file() and stamp.read_bytes() == _bytes(key)


def write(stamp: Path, key: str) -> None:
    """Write the stamp: from now on what it stands for counts as made."""
    replace(stamp, _bytes(key))


def replace(path: Path, content: bytes) -> None:
    """Write a file under a temporary name, then rename: nobody ever sees half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".new-", delete=False) as half:
        half.write(content)
    os.chmod(half.name, 0o644)
    os.replace(half.name, path)


def _bytes(key: str) -> bytes:
    """Return a key as it is written: the same in every locale, with whatever a path may hold."""
    return key.encode("utf-8", "surrogateescape")
