"""What the commands say, held against the modules that they ask."""

import csv
import os
import re
import signal
import subprocess
import sys
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np
import pytest

from binadd.__main__ import main, parser
from binadd.cli.options import saved_network, settings
from binadd.fast.lockstep import Lockstep
from binadd.network import Weights
from binadd.saving import capsule, npz_file
from binadd.saving.npz_file import Saved
from binadd.settings import PRESETS, Settings
from binadd.training.run import Run
from tests.test_files import room_for
from tests.trained import LEAK_LIMIT, answers, fixed, handmade, tutorial

ROOT = Path(__file__).parent.parent
PRINTED = (ROOT / "tests" / "golden" / "seed0_printed.txt").read_text()
QUICK = ["--iterations", "20", "--hidden", "2"]


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


# ---- settings and networks -----------------------------------------------------------------------


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


def test_a_file_is_a_file_even_if_it_is_called_like_a_capsule(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    keep(Path("binadd1.npz"), fixed(0), alpha=2.0)
    assert saved_network("binadd1.npz").settings.alpha == 2.0


# ---- add -----------------------------------------------------------------------------------------


def test_a_sum_of_4096_bits_is_added(run, cured):
    a = (1 << 4095) - 1
    status, out, _ = run("add", hex(a), "1", "--weights", cured)
    assert status == 0
    assert out.splitlines()[0].endswith("(right)")
    assert out.splitlines()[-1] == "4,096 bits: beyond the 8 bits it was trained on"


def test_a_decimal_number_of_100000_bits_can_be_added(run, leaky):
    sys.set_int_max_str_digits(50_000)  # as the program does for itself
    a = (1 << 99_999) - 1
    status, out, _ = run("add", str(a), "1", "--weights", leaky)
    head, *_ = out.splitlines()
    assert status == 0
    assert re.fullmatch(r"bits [\d,]+ to [\d,]+ of 100,000:", head)
    assert "first wrong bit: " in out
    assert len(out) < 5_000


def test_the_first_wrong_bit_is_the_first_one_wrong(run, leaky):
    a = (1 << 60) - 1
    _, out, _ = run("add", str(a), "1", "--weights", leaky)
    weights = npz_file.load(Path(leaky)).weights
    (said,) = answers(weights, [(a, 1)], 61)
    wrong = said ^ (a + 1)
    assert f"first wrong bit: {(wrong & -wrong).bit_length() - 1}; closest call: " in out


def test_margins_are_shown_where_asked_for(run, cured):
    _, out, _ = run("add", "9", "60", "--weights", cured, "--margins")
    call = re.fullmatch(r"closest call: an output of (0\.\d{3}) at bit (\d)", out.splitlines()[-1])
    assert call
    assert abs(float(call[1]) - 0.5) > 0.3


# ---- prove ---------------------------------------------------------------------------------------


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


# ---- probe ---------------------------------------------------------------------------------------


def test_probing_a_full_adder_finds_one(run, cured):
    status, out, err = run("probe", "--weights", cured)
    assert (status, err) == (0, "")
    assert out.startswith("100 % of sums of 8 bits are right, 13.35 % with its memory cut.\n")
    assert "a machine of 4 states: a full adder." in out
    assert out.endswith("5 + 2, with the state of 15 + 1 put in before bit 4, gives 23: "
                        "as the donor's carry demands.\n")  # fmt: skip
    lines = out.splitlines()
    assert len([line for line in lines if re.match(r" +\d+( +[\d.]+ %){3}$", line)]) == 16
    assert len([line for line in lines if re.match(r" +[0-3] +[01]( +[0-3]){4}$", line)]) == 4


@pytest.mark.parametrize("bits", ["2", "12"])
def test_an_untrained_network_of_any_width_can_be_probed(run, bits):
    status, out, _ = run("probe", "--bits", bits, "--iterations", "0", "--hidden", "3")
    assert status == 0
    assert f"of sums of {bits} bits are right" in out


# ---- sweep and bench -----------------------------------------------------------------------------


def test_a_sweep_prints_a_table_and_an_answer_and_writes_the_curves(run, tmp_path):
    path = tmp_path / "sweep.csv"
    again = [
        "sweep", "--preset", "fixed", "--seeds", "0-1,7", "--hidden", "4,16", "--alpha", "1,2",
        "--iterations", "1500", "--every", "250", "--csv", str(path),
    ]  # fmt: skip
    status, out, err = run(*again)
    assert (status, err) == (0, "")
    table, answer = out.split("\n\n")
    assert run(*again, "--times")[1].startswith(f"{out}\nMeasured here and now")
    assert [line.split()[:2] for line in table.splitlines()[1:]] == [
        ["4", "1"], ["4", "2"], ["16", "1"], ["16", "2"],
    ]  # fmt: skip
    assert [line[:15] for line in answer.splitlines()] == ["Learning rate 1", "Learning rate 2"]
    with path.open(newline="") as file:
        head, *rows = csv.reader(file)
    assert head[:5] == ["hidden", "alpha", "seed", "perfect after", "right at 250"]
    assert len(rows) == 12
    assert [row[2] for row in rows[:3]] == ["0", "1", "7"]


def test_a_bench_prints_a_row_for_each_way(run):
    status, out, _ = run("bench", "--rounds", "1")
    assert status == 0
    assert out.splitlines()[1].split()[-1] == "1.0"


# ---- what goes wrong -----------------------------------------------------------------------------


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


def test_other_commands_do_not_use_a_network_that_cannot_learn(run):
    status, out, err = run("evaluate", "--alpha", "100")
    assert (status, out, err.count("\n")) == (1, "", 1)


def test_a_training_that_gets_nowhere_is_warned_of_but_goes_on(run):
    status, out, err = run("train", "--hidden", "1", "--iterations", "40000", "--quiet")
    assert (status, out, err.count("\n")) == (0, "", 1)
    assert err.startswith("binadd train: The error has not fallen over the last 10,000 examples")


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


def test_control_c_in_a_sweep_says_that_nothing_was_written(run, tmp_path, monkeypatch):
    def stopped(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(Lockstep, "train", stopped)
    path = tmp_path / "s.csv"
    status, out, err = run("sweep", "--seeds", "0", *QUICK, "--every", "10", "--csv", str(path))
    assert (status, out, path.exists()) == (130, "", False)
    assert err == f"binadd sweep: Stopped by Ctrl-C. (Nothing was written to {path}.)\n"


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


def test_an_older_file_of_curves_stays_if_the_new_one_has_no_room(run, tmp_path):
    path = tmp_path / "s.csv"
    path.write_text("of before")
    with room_for(20):
        status, out, err = run("sweep", "--seeds", "0", *QUICK, "--every", "10", "--csv", str(path))
    assert (status, path.read_text()) == (2, "of before")
    assert "s.csv cannot be written: File too large" in err
    assert out  # the table is not lost


def test_a_reader_that_has_left_before_the_end_is_no_error(cured):
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "binadd", "evaluate", "--weights", cured]
    done = subprocess.run(
        command, cwd=ROOT, stdout=writing, stderr=subprocess.PIPE, timeout=60, check=False
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")
