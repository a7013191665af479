"""The recording that plays while Python starts is the tutorial's own run, and small."""

import gzip
import json
from pathlib import Path

import numpy as np
import pytest

from binadd.judging.all_sums import pairs_tried
from binadd.judging.evaluation import evaluate
from binadd.live.recording import EVERY, frames, map_of, record, rounded
from binadd.settings import Settings
from binadd.training.run import Run
from builder import recording

GOLDEN = Path(__file__).parent / "golden"
ROUNDING = 0.0051  # of an error: two digits behind the point


@pytest.fixture(scope="module")
def file():
    return recording.ensure()


@pytest.fixture(scope="module")
def told(file):
    return json.loads(file.read_text(encoding="utf-8"))


def test_the_errors_are_the_tutorials(told):
    errors = np.array([error for frame in told["frames"] for error in frame["errors"]])
    golden = json.loads((GOLDEN / "seed0_every_100.json").read_text())["every_100"]
    assert len(errors) == 10_000
    for iteration, _, _, error in golden:
        assert errors[iteration] == pytest.approx(error, abs=ROUNDING)


def test_it_prints_what_the_tutorial_prints(told):
    blocks = [block for frame in told["frames"] for block in frame["log"]]
    assert "\n".join(blocks) == (GOLDEN / "seed0_printed.txt").read_text().strip()


def test_in_the_end_every_sum_is_right(told):
    last = told["frames"][-1]
    assert last["iteration"] == 10_000
    assert last["measurements"][-1]["exact"] == 1
    assert set(last["map"]) == {"0"}


def test_it_is_the_preset_of_the_tutorial_from_its_first_iteration_on(told):
    assert Settings(**told["settings"]) == Settings()
    assert [frame["iteration"] for frame in told["frames"]] == list(range(0, 10_001, EVERY))


def test_a_frame_says_the_same_bits_as_the_network_it_was_taken_from():
    run = Run(Settings(iterations=2 * EVERY))
    for frame in frames(run):
        exact = frame["reading"]["outputs"]
        short = np.array(rounded(frame)["reading"]["outputs"])
        assert np.array_equal(short > 0.5, exact > 0.5)


def test_no_frame_rounds_an_output_across_one_half(told):
    for frame in told["frames"]:
        assert 0.5 not in frame["example"]["outputs"] + frame["reading"]["outputs"]


def test_the_map_is_written_in_the_order_in_which_pairs_are_tried():
    tried = evaluate(Run(Settings(bits=4)).weights, 4)
    wrong = tried.wrong_map()
    assert map_of(tried) == "".join(str(wrong[a, b]) for a, b in pairs_tried(4))


def test_a_run_without_iterations_is_one_frame():
    assert len(record(Settings(iterations=0))["frames"]) == 1


def test_two_recordings_are_the_same_bytes(file, tmp_path):
    recording.make(tmp_path / "again.json")
    assert (tmp_path / "again.json").read_bytes() == file.read_bytes()


def test_a_host_that_compresses_sends_less_than_60_kilobytes(file):
    assert len(gzip.compress(file.read_bytes(), 6)) < 60_000
