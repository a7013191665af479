#!/usr/bin/env python3
"""One door for everything between source and a served, tested site."""

import sys

if sys.version_info < (3, 11):
    sys.exit("build.py needs Python 3.11 or newer, not " + sys.version.split()[0])

sys.path.insert(0, __file__.rpartition("build.py")[0] or ".")  # with PYTHONSAFEPATH it is not there

from builder.cli import main  # noqa: E402

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
