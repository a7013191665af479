"""The command train: what it prints, and what it leaves, however it ends."""

import re
import signal
import subprocess
import sys

import numpy as np
import pytest

from binadd.network import Weights
from binadd.saving import capsule, npz_file
from binadd.settings import PRESETS
from binadd.training.run import Run
from tests.commands import LISTENING, QUICK, ROOT, keep
from tests.trained import tutorial

PRINTED = (ROOT / "tests" / "golden" / "seed0_printed.txt").read_text()


def test_a_network_trains_in_batches_and_with_biases(run, tmp_path):
    path = tmp_path / "w.npz"
    status, *_ = run(
        "train", "--quiet", *QUICK, "--biases", "yes", "--batch", "8", "--save", str(path)
    )
    saved = npz_file.load(path)
    assert (status, saved.iteration) == (0, 24)  # whole batches
    assert saved.weights.b_y[0] != 0


def test_a_capsule_printed_is_read_again_as_weights(run):
    status, text, _ = run("train", "--preset", "fixed", "--quiet", "--capsule")
    assert (status, text.count("\n")) == (0, 1)
    assert capsule.decode(text).settings == PRESETS["fixed"]
    status, out, _ = run("evaluate", "--weights", text)
    assert (status, out.splitlines()[0]) == (0, "16,384 of all 16,384 sums right (100 %)")


def test_the_capsule_comes_after_the_log(run):
    status, out, _ = run("train", "--capsule")
    assert status == 0
    assert out.startswith(PRINTED)
    text = out[len(PRINTED) :]
    assert np.array_equal(capsule.decode(text).weights.w_hh, tutorial(0).w_hh.astype(np.float32))


def test_a_saved_run_goes_on_as_if_it_had_never_been_interrupted(run, tmp_path):
    whole, part = tmp_path / "whole.npz", tmp_path / "part.npz"
    _, printed, _ = run("train", "--hidden", "4", "--iterations", "3000", "--save", str(whole))
    run("train", "--quiet", "--hidden", "4", "--iterations", "1000", "--save", str(part))
    for more in (["--iterations", "500"], ["--iterations", "500"], []):
        status, out, _ = run("train", "--weights", str(part), *more, "--save", str(part))
        assert status == 0
        assert out in printed
    assert npz_file.load(part).iteration == npz_file.load(whole).iteration == 3000
    assert np.array_equal(npz_file.load(part).weights.w_hh, npz_file.load(whole).weights.w_hh)


def test_a_training_that_cannot_succeed_ends_early_and_keeps_the_last_good_weights(run, tmp_path):
    path = tmp_path / "w.npz"
    status, out, err = run(
        "train", "--alpha", "100", "--quiet", "--iterations", "10000000", "--save", str(path)
    )
    assert (status, out, err.count("\n")) == (1, "", 1)
    assert err.startswith("binadd train: The outputs are stuck at 0 or 1")
    assert "Start again with a lower learning rate." in err
    saved = npz_file.load(path)
    assert f"holds the network of iteration {saved.iteration:,}.)" in err
    assert saved.iteration < 100_000


@pytest.mark.parametrize("there", [False, True])
def test_a_network_that_has_learnt_nothing_takes_no_others_place(run, tmp_path, there):
    first, path = tmp_path / "first.npz", tmp_path / "w.npz"
    alike = Weights(*(np.zeros_like(array) for array in tutorial(0)))  # fatal from the start
    keep(first, alike, iterations=500)
    if there:
        path.write_bytes(b"of before")
    status, _, err = run("train", "--quiet", "--weights", str(first), "--save", str(path))
    assert (status, err.count("\n")) == (1, 1)
    if there:
        assert err.endswith(f"({path} is as it was.)\n")
        assert path.read_bytes() == b"of before"
    else:
        assert npz_file.load(path).iteration == 500


def test_a_training_that_gets_nowhere_is_warned_of_but_goes_on(run):
    status, out, err = run("train", "--hidden", "1", "--iterations", "40000", "--quiet")
    assert (status, out, err.count("\n")) == (0, "", 1)
    assert err.startswith("binadd train: The error has not fallen over the last 10,000 examples")


@pytest.mark.parametrize(
    "arguments", [["train", "--iterations", "10000000"], ["sweep", "--seeds", "0-99"]]
)
def test_control_c_ends_a_command_without_a_word(arguments):
    command = [sys.executable, "-c", LISTENING, *arguments]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (130, b"")


def interrupted(arguments, after):
    """Press Ctrl-C after so many blocks of the log: status, standard error."""
    command = [sys.executable, "-c", LISTENING, *arguments]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        process.stdout.readline()
        while after:
            after -= process.stdout.readline().startswith("Error:")
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=30)
    return process.returncode, err


def test_control_c_keeps_what_was_learnt_so_far_and_says_so(tmp_path):
    path = tmp_path / "w.npz"
    command = ["train", "--iterations", "10000000", "--hidden", "4", "--save", str(path)]
    status, err = interrupted(command, after=20)
    told = re.fullmatch(
        r"binadd train: Stopped by Ctrl-C\. \((.+) holds the network of iteration ([\d,]+)\.\)\n",
        err,
    )
    saved = npz_file.load(path)
    assert (status, told[1], told[2]) == (130, str(path), f"{saved.iteration:,}")
    assert saved.iteration > 0
    again = Run(saved.settings)
    again.advance(saved.iteration)
    assert all(map(np.array_equal, again.weights, saved.weights))


def test_control_c_before_anything_was_learnt_leaves_the_file_as_it_is(run, tmp_path, monkeypatch):
    def stopped(*_):
        raise KeyboardInterrupt

    path = tmp_path / "w.npz"
    path.write_bytes(b"of before")
    monkeypatch.setattr(Run, "advance_for", stopped)
    monkeypatch.setattr(Run, "advance", stopped)
    status, out, err = run("train", "--save", str(path))
    assert (status, out) == (130, "")
    assert err == f"binadd train: Stopped by Ctrl-C. ({path} is as it was.)\n"
    assert path.read_bytes() == b"of before"


def test_control_c_prints_the_capsule_that_was_asked_for(run, monkeypatch):
    whole = Run.advance_for

    def first_only(self, *arguments):
        if self.iteration:
            raise KeyboardInterrupt
        return whole(self, *arguments)

    monkeypatch.setattr(Run, "advance_for", first_only)
    status, out, err = run("train", "--quiet", "--capsule", "--iterations", "10000000")
    assert (status, err) == (130, "")
    assert capsule.decode(out).iteration > 0


def test_a_network_that_cannot_be_saved_in_the_end_is_shown_as_a_text(run):
    status, out, err = run("train", "--quiet", *QUICK, "--save", "/dev/full")
    assert (status, out, err.count("\n")) == (2, "", 1)
    told, text = err.split(". The network as a text, for --weights: ")
    assert told == "binadd train: /dev/full cannot be written: No space left on device"
    assert capsule.decode(text).iteration == 20
