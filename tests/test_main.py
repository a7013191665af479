"""The command line, run as people run it."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PRINTED = (ROOT / "tests" / "golden" / "seed0_printed.txt").read_text()


def binadd(*arguments, **options):
    return subprocess.run(
        [sys.executable, "-m", "binadd", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        **options,
    )


@pytest.fixture(scope="module")
def weights(tmp_path_factory):
    path = tmp_path_factory.mktemp("weights") / "w.npz"
    done = binadd("train", "--quiet", "--save", str(path))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    return str(path)


def test_train_prints_the_ten_blocks_and_not_a_character_more():
    done = binadd("train")
    assert (done.returncode, done.stdout, done.stderr) == (0, PRINTED, "")


def test_log_every_and_iterations_decide_how_many_blocks_there_are():
    done = binadd("train", "--iterations", "500", "--log-every", "100", "--hidden", "4")
    assert done.stdout.count("Error:[") == 5


def test_a_trained_network_adds_bit_by_bit(weights):
    done = binadd("add", "9", "0b111100", "--weights", weights)
    assert done.returncode == 0
    assert done.stdout.splitlines() == [
        "carry    01110000",
        "first    00001001",
        "second   00111100",
        "sum      01000101",
        "network  01000101",
        "9 + 60 = 69 (right)",
    ]


def test_add_trains_a_network_of_its_own_if_none_is_given():
    assert "9 + 60 = 69 (right)" in binadd("add", "9", "60").stdout


def test_an_untrained_network_is_shown_where_it_is_wrong():
    lines = binadd("add", "9", "60", "--iterations", "0").stdout.splitlines()
    assert lines[-3:] == [
        "network  00000001",
        "          ^   ^",
        "9 + 60 = 1 (wrong in 2 of 8 bits)",
    ]


def test_a_sum_beyond_the_training_says_so(weights):
    done = binadd("add", "0x_ffff_ffff_ffff", "1", "--weights", weights)
    assert "49 bits: beyond the 8 bits it was trained on" in done.stdout


def test_evaluate_prints_the_share_of_all_sums_and_bits(weights):
    assert binadd("evaluate", "--weights", weights).stdout.splitlines() == [
        "16,384 of all 16,384 sums right (100 %)",
        "131,072 of their 131,072 bits right (100 %)",
    ]


def test_evaluate_names_a_sample_a_sample():
    done = binadd("evaluate", "--bits", "12", "--iterations", "0")
    assert "of a sample of 16,384 sums right" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["train", "--bits", "1"], "bits must be a whole number from 2 to 16, not 1"),
        (["train", "--hidden", "65"], "hidden units must be a whole number from 1 to 64, not 65"),
        (["train", "--alpha", "0"], "learning rate must be a number from 0.000001 to 100, not 0"),
        (
            ["train", "--alpha", "nan"],
            "learning rate must be a number from 0.000001 to 100, not nan",
        ),
        (["train", "--iterations", "1.5"], "iterations must be a whole number from 0 to"),
        (["train", "--seed", "-1"], "seed must be a whole number from 0 to 4,294,967,295, not -1"),
        (["train", "--log-every", "0"], "log-every must be a whole number from 1 to"),
        (["train", "--save", "/missing/w.npz"], "the folder /missing does not exist"),
        (["add", "", "1"], "first number is empty"),
        (["add", "1", "two"], "second number must be a whole number, zero or more"),
        (["add", "1.5", "1"], "not “1.5”"),
        (["add", "-3", "1"], "not “-3”"),
        (["add", hex(2**100_000), "1"], "first number must have at most 100,000 bits"),
        (["add", "1", "2", "--weights", "README.none"], "README.none"),
        (["add", "1", "2", "--weights", __file__], "is not a sound weights file of binadd"),
        (["evaluate", "--weights", "W", "--seed", "3"], "--seed has no effect on the weights file"),
        ([], "the following arguments are required: command"),
        (["subtract"], "invalid choice: 'subtract'"),
    ],
)
def test_bad_input_gets_one_clear_line_and_exit_status_2(weights, arguments, message):
    done = binadd(*(weights if argument == "W" else argument for argument in arguments))
    assert done.returncode == 2
    assert done.stdout == ""
    assert message in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_terminal_gets_a_progress_bar_that_leaves_no_trace_in_the_output():
    reading, writing = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "binadd", "train"], cwd=ROOT, stdout=subprocess.PIPE, stderr=writing
    ) as process:
        os.close(writing)
        printed, _ = process.communicate(timeout=60)
    shown = os.read(reading, 100_000).decode()
    os.close(reading)
    assert printed.decode() == PRINTED
    assert "training █" in shown or "training ·" in shown
    assert "%" in shown


def test_a_reader_that_leaves_early_is_no_error():
    done = subprocess.run(
        f"{sys.executable} -m binadd train --log-every 1 | head -1",
        cwd=ROOT,
        shell=True,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.stdout, done.stderr) == ("Error:[3.45638663]\n", "")
