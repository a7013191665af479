"""Lives in the image: what happens in Python when the image is woken, and when it lacks something."""

import importlib
import random
import sys
import time
from importlib.machinery import PathFinder

import numpy as np

PLACE = np.__path__[0].removesuffix("/numpy")  # where the packages are


class Late:
    """A finder that has the rest of Python brought before anybody looks for a module in it."""

    bring = None  # (what is wanted) puts the files in their places, or raises

    @classmethod
    def find_spec(cls, name, _path=None, _target=None):
        """Find nothing: the finders behind this one do, once the files are there."""
        cls.arrive(f"import {name}")

    @classmethod
    def find_distributions(cls, *_context):
        """Find none, in the same way, of what importlib.metadata asks for."""
        cls.arrive("importlib.metadata")
        return []

    @classmethod
    def arrive(cls, wanted):
        """Have the files brought, once; a failure is an ImportError, and may pass."""
        sys.meta_path.remove(cls)  # what brings them imports, too
        try:
            cls.bring(wanted)
        except Exception as error:
            stand_by()
            text = f"{wanted}: the rest of Python could not be fetched: {error}"
            raise ImportError(text) from error
        importlib.invalidate_caches()


def stand_by():
    """Let the late finder be asked after those that need no files, before the one that does."""
    finders = sys.meta_path
    plain = [finder for finder in finders if finder is not PathFinder]
    finders[:] = [*plain, Late, PathFinder]


def wake(bring):
    """Make anew what must not be the same on every visit, and look at the clock's zone."""
    Late.bring = bring
    random.seed()
    np.random.seed()
    look_at_zone()


def look_at_zone():
    """Set what `time` tells of the visitor's zone, as it is set when Python starts."""
    year = 365.25 * 24 * 3600
    january = time.time() // year * year
    zones = {(-at.tm_gmtoff, at.tm_zone) for at in map(time.localtime, (january, january + year / 2))}
    winter, *summer = sorted(zones, reverse=True)  # in summer there is less to add for UTC
    (time.altzone, name) = summer[0] if summer else winter
    time.timezone, time.daylight = winter[0], len(summer)
    time.tzname = (winter[1], name)
