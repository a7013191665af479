"""Commands of the terminal for tests: run here and now, or in a process that hears Ctrl-C."""

from pathlib import Path

import pytest

from binadd.__main__ import main
from binadd.saving import npz_file
from binadd.saving.npz_file import Saved
from binadd.settings import Settings
from tests.trained import LEAK_LIMIT, fixed, handmade

ROOT = Path(__file__).parent.parent
QUICK = ["--iterations", "20", "--hidden", "2"]

# What a shell starts in the background ignores Ctrl-C; this does not.
LISTENING = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
from binadd import __main__ as program
parser = program.parser
def heard():
    print("listening", flush=True)
    return parser()
program.parser = heard
sys.exit(program.main(sys.argv[1:]))
"""


def keep(path, weights, **changes):
    chosen = Settings(hidden=len(weights.b_h), **changes)
    npz_file.save(path, Saved(weights, chosen, chosen.iterations))
    return str(path)


@pytest.fixture(scope="module")
def cured(tmp_path_factory):
    path = tmp_path_factory.mktemp("networks") / "cured.npz"
    return keep(path, fixed(0), alpha=2.0, biases=True, iterations=2_000)


@pytest.fixture(scope="module")
def leaky(tmp_path_factory):
    path = tmp_path_factory.mktemp("networks") / "leaky.npz"
    return keep(path, handmade(carry_gain=8.0, leak=LEAK_LIMIT + 0.01))


@pytest.fixture
def run(capsys):
    """Run a command here and now: (status, stdout, stderr)."""

    def command(*arguments):
        try:
            status = main(list(arguments))
        except SystemExit as left:
            status = left.code
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return command
