"""One build at a time: two terminals may ask at once, and share one cache."""

from collections.abc import Iterator
from contextlib import contextmanager

from builder.places import CACHE

try:
    import fcntl
except ImportError:  # Windows has no fcntl: there, do not build twice at once
    fcntl = None  # type: ignore[assignment]


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Hold the cache's lock; the system gives it back even if the process is killed."""
    CACHE.mkdir(parents=True, exist_ok=True)
    with open(CACHE / "lock", "wb") as lock:
        if fcntl:
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield
