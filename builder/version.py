"""Which commit the site is built from."""

import subprocess

from builder.commands import environment
from builder.places import ROOT

UNKNOWN = "unknown"
DESCRIBE = ["git", "--no-optional-locks", "describe", "--always", "--abbrev=10", "--dirty=+"]


def commit() -> str:
    """Return the commit, with a + if files differ from it; "unknown" outside of a git checkout."""
    own = environment({"GIT_CEILING_DIRECTORIES": str(ROOT.parent)})  # no repository around ours
    command = [*DESCRIBE, "--exclude=*"]
    try:
        answer = subprocess.run(
            command, cwd=ROOT, env=own, capture_output=True, encoding="utf-8", check=False
        )
    except OSError:  # no git here
        return UNKNOWN
    return answer.stdout.strip() if answer.returncode == 0 else UNKNOWN
