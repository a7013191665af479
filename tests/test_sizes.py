"""Weights of any size that a file can hold: every command answers or refuses, in one sentence."""

import numpy as np
import pytest

from binadd.__main__ import main
from binadd.network import Weights, initial_weights
from binadd.saving import npz_file
from binadd.saving.npz_file import Saved
from binadd.settings import Settings

SIZES = [1.7e308, 1e308, 1e155, 1e39, 1e-320, 0.0]
COMMANDS = [
    ["add", "9", "60", "--margins"],
    ["evaluate"],
    ["prove"],
    ["probe"],
    ["train", "--iterations", "40"],
    ["train", "--iterations", "0", "--quiet", "--capsule"],
]


def network(size, path):
    drawn = initial_weights(np.random.RandomState(1), 3)
    weights = Weights(*(np.sign(array) * size for array in drawn))
    npz_file.save(path, Saved(weights, Settings(hidden=3), 0))
    return str(path)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("size", SIZES)
def test_a_command_says_at_most_one_sentence_about_it(tmp_path, capfd, size, command):
    status = main([*command, "--weights", network(size, tmp_path / "w.npz")])
    out, err = capfd.readouterr()  # of libraries, too
    assert status in (0, 1, 2)
    assert err.count("\n") <= 1
    assert err.startswith(f"binadd {command[0]}: ") or not err
    assert "DLASCL" not in out
    assert status != 2 or err
    if size < 1e300:
        assert "overflow" not in err


@pytest.mark.parametrize("command", [["evaluate"], ["add", "9", "60"]], ids=" ".join)
def test_sums_that_overflow_are_spoken_of(tmp_path, capfd, command):
    main([*command, "--weights", network(1.7e308, tmp_path / "w.npz")])
    assert "Some weights are so large that the network's sums overflow" in capfd.readouterr().err


def test_a_network_whose_states_are_no_numbers_is_not_probed(tmp_path, capfd):
    assert main(["probe", "--weights", network(1.7e308, tmp_path / "w.npz")]) == 2
    assert "its hidden states are no numbers" in capfd.readouterr().err
