"""Lives in the image: what happens in Python when it is woken, and when it lacks something."""

import hashlib
import importlib
import random
import sys
import time
from collections.abc import Callable, Sequence
from importlib.machinery import FrozenImporter, ModuleSpec, PathFinder
from types import ModuleType
from typing import Protocol

import numpy as np

PLACE = np.__path__[0].removesuffix("/numpy")  # where the packages are


class Fetched(Protocol):
    """Bytes in JavaScript's hands."""

    def to_bytes(self) -> bytes:
        """Return them as Python's."""


class Late:
    """A finder that has the rest of Python brought before anybody looks for a module in it."""

    bring: Callable[[str], None]  # (what is wanted) puts the files in their places, or raises

    @classmethod
    def find_spec(
        cls, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Return what the finder for files finds once they are there."""
        cls.arrive(f"import {name}")
        return PathFinder.find_spec(name, path, target)

    @classmethod
    def find_distributions(cls, *_context: object) -> list[object]:
        """Find none, in the same way, of what importlib.metadata asks for."""
        cls.arrive("importlib.metadata")
        return []

    @classmethod
    def arrive(cls, wanted: str) -> None:
        """Have the files brought, once; a failure is an ImportError, and may pass."""
        stand_back()  # what brings them imports, too
        try:
            cls.bring(wanted)
        except Exception as error:
            stand_by()
            text = f"{wanted}: the rest of Python could not be fetched: {error}"
            raise ImportError(text) from error
        importlib.invalidate_caches()


def stand_by() -> None:
    """Have the late finder asked last, but for the one that looks into files."""
    sys.meta_path.remove(PathFinder)
    sys.meta_path.extend([Late, PathFinder])


def stand_back() -> None:
    """Have the finders asked in the order in which Python has them."""
    sys.meta_path.remove(Late)
    sys.meta_path.remove(PathFinder)
    sys.meta_path.insert(sys.meta_path.index(FrozenImporter) + 1, PathFinder)


def wake(bring: Callable[[str], None]) -> None:
    """Make anew what must not be the same on every visit, and look at the clock's zone."""
    Late.bring = bring
    random.seed()
    np.random.seed()
    look_at_zone()


def look_at_zone() -> None:
    """Set what `time` tells of the visitor's zone, as it is set when Python starts."""
    year = 365.25 * 24 * 3600
    january = time.time() // year * year
    zones = {zone_at(january), zone_at(january + year / 2)}
    winter, summer = max(zones), min(zones)  # in summer there is less to add
    found = {"timezone": winter[0], "altzone": summer[0], "tzname": (winter[1], summer[1])}
    vars(time).update(found, daylight=len(zones) - 1)


def zone_at(moment: float) -> tuple[int, str]:
    """Return how many seconds there are to add for UTC, and the name of the zone."""
    then = time.localtime(moment)
    return -then.tm_gmtoff, then.tm_zone


def digest(content: Fetched) -> str:
    """Return the SHA-256 of what JavaScript has fetched, in hexadecimal."""
    return hashlib.sha256(content.to_bytes()).hexdigest()
