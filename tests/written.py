"""Files to be written, for tests: one of before, and a disk that is full."""

from contextlib import contextmanager

import pytest

OLD, NEW = b"of before", b"new, and longer than what was there"


def names(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def old(tmp_path):
    path = tmp_path / "old"
    path.write_bytes(OLD)
    return path


@contextmanager
def room_for(size):
    """No file can become larger than so many bytes, as on a disk that is full."""
    import resource  # Windows has none, and runs other tests

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
