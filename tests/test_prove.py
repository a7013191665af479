"""The command prove: what it says, and its exit status."""

import re
from pathlib import Path

from binadd.saving import npz_file
from tests.commands import keep
from tests.trained import answers, tutorial


def test_a_proof_has_exit_status_0(run, cured):
    status, out, err = run("prove", "--weights", cured)
    assert (status, err) == (0, "")
    assert out.startswith("Proved: it adds numbers of any length (")


def test_a_failure_has_exit_status_1_and_shows_a_sum_that_does_fail(run, leaky):
    status, out, _ = run("prove", "--weights", leaky)
    assert status == 1
    assert out.startswith("It fails.")
    a, b, bit = re.search(r"^0x(\w+) \+ 0x(\w+) comes out wrong at bit (\d+)$", out, re.M).groups()
    a, b, bit = int(a, 16), int(b, 16), int(bit)
    (said,) = answers(npz_file.load(Path(leaky)).weights, [(a, b)], bit + 1)
    assert (said ^ (a + b)) & ((2 << bit) - 1) == 1 << bit  # this bit is wrong, none before is
    marks = next(line for line in out.splitlines() if set(line) == {" ", "^"})
    shown = next(line for line in out.splitlines() if line.startswith("network"))
    assert len(shown) - len(marks) == bit - int(re.search(r"to (\d+) of|$", out)[1] or 0)


def test_not_proved_has_exit_status_1_too(run, tmp_path):
    path = keep(tmp_path / "w.npz", tutorial(0))
    status, out, _ = run("prove", "--weights", path)
    assert status == 1
    assert out.startswith(("Not proved. No wrong sum found", "It fails."))
