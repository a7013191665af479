"""The command evaluate, and what every command does that is given no network."""

import os
import subprocess
import sys

from tests.commands import ROOT


def test_other_commands_do_not_use_a_network_that_cannot_learn(run):
    status, out, err = run("evaluate", "--alpha", "100")
    assert (status, out, err.count("\n")) == (1, "", 1)


def test_a_reader_that_has_left_before_the_end_is_no_error(cured):
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "binadd", "evaluate", "--weights", cured]
    done = subprocess.run(
        command, cwd=ROOT, stdout=writing, stderr=subprocess.PIPE, timeout=60, check=False
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")
