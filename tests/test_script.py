"""The program that a visitor takes along prints what the page has printed."""

import subprocess
import sys
from pathlib import Path

import pytest

from binadd.script import script
from binadd.settings import Settings
from binadd.training import Run, log_block

PRINTED = (Path(__file__).parent / "golden" / "seed0_printed.txt").read_text()


def output_of(program, folder):
    file = folder / "run.py"
    file.write_text(program, encoding="utf-8")
    command = [sys.executable, "-I", "-W", "error", str(file)]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_it_prints_the_tutorials_ten_blocks_and_needs_numpy_alone(tmp_path):
    program = script(Settings())
    assert "binadd import" not in program
    assert output_of(program, tmp_path) == PRINTED


@pytest.mark.parametrize(
    "chosen",
    [
        Settings(bits=4, hidden=5, alpha=0.3, iterations=2_100, seed=9, biases=True),
        Settings(bits=12, hidden=7, alpha=0.2, iterations=1_001, seed=3, batch=7),
    ],
)
def test_it_repeats_any_run(chosen, tmp_path):
    done = Run(chosen).advance(chosen.iterations)
    blocks = [log_block(done.example(at)) + "\n" for at in range(0, chosen.iterations, 1000)]
    assert output_of(script(chosen), tmp_path) == "".join(blocks)


def test_no_iterations_print_nothing(tmp_path):
    assert output_of(script(Settings(iterations=0)), tmp_path) == ""
