"""The options of the commands: what they mean together, and how bad ones are refused."""

from dataclasses import asdict, replace
from pathlib import Path

import pytest

from binadd.__main__ import parser
from binadd.cli.options import saved_network, settings
from binadd.fast.lockstep import Lockstep
from binadd.settings import PRESETS, Settings
from binadd.training.run import Run
from tests.commands import keep
from tests.trained import fixed


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], Settings()),
        (["--preset", "2015"], Settings()),
        (["--preset", "fixed"], PRESETS["fixed"]),
        (["--preset", "fixed", "--alpha", "1"], replace(PRESETS["fixed"], alpha=1.0)),
        (["--biases", "no", "--preset", "fixed"], replace(PRESETS["fixed"], biases=False)),
        (["--biases", "yes", "--batch", "8"], Settings(biases=True, batch=8)),
    ],
)
@pytest.mark.parametrize("command", [["train"], ["evaluate"], ["prove"], ["add", "1", "2"]])
def test_what_is_given_goes_over_the_preset(command, arguments, expected):
    assert settings(parser().parse_args([*command, *arguments])) == expected


def test_every_setting_is_an_option_of_every_command_that_trains_one_network():
    for command in (["train"], ["evaluate"], ["prove"], ["probe"], ["add", "1", "2"]):
        assert asdict(Settings()).keys() <= vars(parser().parse_args(command)).keys()


def test_a_file_is_a_file_even_if_it_is_called_like_a_capsule(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    keep(Path("binadd1.npz"), fixed(0), alpha=2.0)
    assert saved_network("binadd1.npz").settings.alpha == 2.0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["train", "--preset", "2014"], "invalid choice: '2014' (choose from '2015', 'fixed')"),
        (["train", "--biases", "perhaps"], "biases must be yes or no, not “perhaps”"),
        (["train", "--batch", "129"], "batch size must be a whole number from 1 to 128, not 129"),
        (["train", "--weights", "W", "--seed", "1"], "--seed has no effect on the weights"),
        (["prove", "--weights", "W", "--preset", "2015"], "--preset has no effect on the weights"),
        (["probe", "--weights", "W", "--biases", "no"], "--biases has no effect on the weights"),
        (["prove", "--weights", "binadd1.AAAA"], "the text is not a sound capsule of binadd: its"),
        (["prove", "--weights", "binadd1." + "A" * 9_999], "its digest does not fit"),
        (["prove", "--weights", "x" * 9_999], "File name too long"),
        (["prove", "--weights", "/dev/zero"], "it has more than 100,000 bytes"),
        (["add", "9" * 99_999, "1"], "first number must have at most 100,000 bits"),
        (["sweep", "--seeds", ""], "seed is empty"),
        (["sweep", "--seeds", "1,,2"], "seed is empty"),
        (["sweep", "--seeds", "3-1"], "seed must be 1 to 1,000 values, low to high"),
        (["sweep", "--seeds", "0-4294967295"], "seed must be 1 to 1,000 values, low to high"),
        (["sweep", "--seeds", "0-1,1"], "seed must be given, each value once"),
        (["sweep", "--seeds", "-3"], "seed must be a whole number from 0 to 4,294,967,295, not -3"),
        (["sweep", "--hidden", "1-2-3"], "hidden units must be a whole number from 1 to 64"),
        (["sweep", "--hidden", "60-70"], "must be a whole number from 1 to 64, not 70"),
        (["sweep", "--alpha", "0.1-0.3"], "learning rate must be a number from 0.000001 to 100"),
        (["sweep", "--seeds", "0-499", "--hidden", "1,2,3"], "number of networks must be a whole"),
        (["sweep", "--batch", "8"], "unrecognized arguments: --batch 8"),
        (["sweep", "--every", "0"], "iterations between evaluations must be a whole number from 1"),
        (["sweep", "--csv", "/missing/s.csv"], "the folder /missing does not exist"),
        (["sweep", "--workers", "-1"], "workers must be a whole number from 0 to 1,000, not -1"),
        (["sweep", "--workers", "two"], "workers must be a whole number from 0 to 1,000, not “"),
        (["sweep", "--workers", "2", "--dask", "tcp://x:1"], "--dask: not allowed with argument"),
        (["sweep", "--dask", "nonsense"], "--dask must be the address of a Dask scheduler that"),
        (["bench", "--rounds", "0"], "rounds must be a whole number from 1 to 1,000, not 0"),
    ],
)  # fmt: skip
def test_bad_input_gets_one_clear_line_and_exit_status_2(run, cured, arguments, message):
    status, out, err = run(*(cured if argument == "W" else argument for argument in arguments))
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert message in err


@pytest.mark.parametrize("name", ["n" * 300, "w.npz/inside", "loop"])
@pytest.mark.parametrize("command", [["train", "--save"], ["sweep", "--csv"]])
def test_a_bad_place_is_found_before_the_work(run, tmp_path, monkeypatch, command, name):
    def never(*_):
        raise AssertionError("it has begun")

    monkeypatch.setattr(Run, "advance", never)
    monkeypatch.setattr(Lockstep, "train", never)
    (tmp_path / "w.npz").write_bytes(b"")
    (tmp_path / "loop").symlink_to("loop")
    status, out, err = run(*command, str(tmp_path / name))
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert "cannot be written: " in err
