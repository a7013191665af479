"""The program that a visitor takes along prints what the page has printed."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from binadd.fast.engine import is_steady
from binadd.saving.program import text
from binadd.settings import PRESETS, Settings
from binadd.training.examples import log_block
from binadd.training.run import Run

PRINTED = (Path(__file__).parent / "golden" / "seed0_printed.txt").read_text()


def output_of(program, folder, python=sys.executable):
    file = folder / "run.py"
    file.write_text(program, encoding="utf-8")
    command = [python, "-I", "-W", "error", str(file)]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_it_prints_the_tutorials_ten_blocks_and_needs_numpy_alone(tmp_path):
    program = text(Settings())
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
    assert output_of(text(chosen), tmp_path) == "".join(blocks)


def test_no_iterations_print_nothing(tmp_path):
    assert output_of(text(Settings(iterations=0)), tmp_path) == ""


def test_it_says_what_it_needs_and_whether_the_digits_are_the_same():
    tutorial, fixed = text(Settings()), text(PRESETS["fixed"])
    for program in (tutorial, fixed):
        assert "Python 3.9 and NumPy 1.19.3" in program
    assert "it also prints the same digits" in tutorial
    assert "it does not print the same digits to the end" in fixed


@pytest.mark.parametrize(
    ("changes", "steady"),
    [
        ({}, True),
        ({"bits": 16}, False),
        ({"alpha": 0.2}, False),
        ({"iterations": 10_001}, False),
        ({"hidden": 64}, False),
        ({"hidden": 64, "iterations": 5_000}, True),
        ({"hidden": 3}, False),
        ({"biases": True}, True),
        ({"batch": 8}, False),
    ],
)
def test_the_digits_are_promised_only_where_they_were_measured(changes, steady):
    assert is_steady(Settings(**changes)) == steady


@pytest.mark.parametrize("chosen", [Settings(), PRESETS["fixed"]])
def test_it_is_written_for_python_39(chosen):
    """As far as another Python can tell; the next test asks a real one, where there is one."""
    tree = ast.parse(text(chosen), feature_version=(3, 9))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    assert "strict" not in {word.arg for call in calls for word in call.keywords}
    assert not names & {"NDArray", "ArrayLike"}
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.BinOp | ast.Match)
                and isinstance(getattr(node, "op", ast.BitOr()), ast.BitOr)]  # fmt: skip
    imports = [node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    assert imports == ["collections.abc", "typing"]


def test_an_old_python_runs_it_where_there_is_one(tmp_path):
    """BINADD_OLD_PYTHON names a Python 3.9 that has NumPy 1.19.3; else this very Python tries."""
    python = os.environ.get("BINADD_OLD_PYTHON", sys.executable)
    assert output_of(text(Settings()), tmp_path, python) == PRINTED
    first = output_of(text(PRESETS["fixed"]), tmp_path, python).splitlines()
    example = Run(PRESETS["fixed"]).advance(1).example(0)
    assert first[:5] == log_block(example).splitlines()
    assert len(first) == 5 * PRESETS["fixed"].iterations / 1000
