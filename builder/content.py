"""What stands under a name in the site: a file from somewhere, or the content itself."""

from collections.abc import Mapping
from pathlib import Path

Source = Path | bytes
Content = Mapping[str, Source]  # path inside the site -> what stands there


def read(source: Source) -> bytes:
    """Return the content."""
    return source if isinstance(source, bytes) else source.read_bytes()
