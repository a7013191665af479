"""The command sweep: what it prints, writes and leaves."""

import csv

from binadd.fast.lockstep import Lockstep
from tests.commands import QUICK
from tests.written import room_for


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


def test_control_c_in_a_sweep_says_that_nothing_was_written(run, tmp_path, monkeypatch):
    def stopped(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(Lockstep, "train", stopped)
    path = tmp_path / "s.csv"
    status, out, err = run("sweep", "--seeds", "0", *QUICK, "--every", "10", "--csv", str(path))
    assert (status, out, path.exists()) == (130, "", False)
    assert err == f"binadd sweep: Stopped by Ctrl-C. (Nothing was written to {path}.)\n"


def test_an_older_file_of_curves_stays_if_the_new_one_has_no_room(run, tmp_path):
    path = tmp_path / "s.csv"
    path.write_text("of before")
    with room_for(20):
        status, out, err = run("sweep", "--seeds", "0", *QUICK, "--every", "10", "--csv", str(path))
    assert (status, path.read_text()) == (2, "of before")
    assert "s.csv cannot be written: File too large" in err
    assert out  # the table is not lost
