#!/usr/bin/env python3
"""One door for everything between source and a served, tested site."""

import sys

if sys.version_info < (3, 11):
    sys.exit("build.py needs Python 3.11 or newer, not " + sys.version.split()[0])

from builder.cli import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
