"""The same run says, draws and saves the same, however fast the machine is that trains it."""

import numpy as np
import pytest

from binadd.__main__ import main
from binadd.cli import trained
from binadd.experiments import preset_race
from binadd.live import driver, recording
from binadd.live.driver import Driver
from binadd.settings import PRESETS, Settings
from binadd.training.run import Run
from tests.test_watch import watched

SLICES = (0.001, 0.05, 10.0)  # seconds

COMMANDS = [
    ["train", "--alpha", "10", "--iterations", "30000", "--quiet"],
    ["train", "--alpha", "100", "--iterations", "10000000", "--quiet"],
    ["train", "--preset", "fixed", "--hidden", "32", "--seed", "3", "--log-every", "500"],
    ["train", "--hidden", "1", "--bits", "4", "--iterations", "15000", "--batch", "7"],
]


@pytest.mark.parametrize("arguments", COMMANDS)
def test_a_command_prints_and_saves_the_same_bytes_with_any_slice(
    arguments, monkeypatch, capsys, tmp_path
):
    seen = set()
    for seconds in SLICES:
        monkeypatch.setattr(trained, "SLICE", seconds)
        path = tmp_path / "w.npz"
        status = main([*arguments, "--save", str(path)])
        out, err = capsys.readouterr()
        seen.add((status, out, err, path.read_bytes()))
    assert len(seen) == 1


def driven(settings, seconds, monkeypatch, steps=()):
    """All that a page hears of a run up to its end, but for how it is divided into frames."""
    monkeypatch.setattr(driver, "SLICE", seconds)
    events = []
    its = Driver(Run(settings), 0, lambda kind, **content: events.append((kind, content)))
    its.start()
    for count in (*steps, None):
        its.step(count) if count else its.train()
        while its.wait() is not None:
            its.work()
            its.page_took_frame()
        if its.run.iteration < settings.iterations and not count:
            its.train()  # it was stopped by a warning
    told = [content for kind, content in events if kind == "frame"]
    curve = [m for frame in told for m in frame["measurements"] if m["onCurve"]]
    return {
        "warnings": [content for kind, content in events if kind == "warning"],
        "errors": np.concatenate([frame["errors"] for frame in told]).tolist(),
        "log": [block for frame in told for block in frame["log"]],
        "curve": curve,
    }


@pytest.mark.parametrize(
    "settings", [Settings(alpha=10.0, iterations=2_000), PRESETS["fixed"], Settings(batch=7)]
)
def test_a_page_is_told_the_same_with_any_slice_and_by_any_steps(settings, monkeypatch):
    once = driven(settings, 0.05, monkeypatch)
    for seconds, steps in ((0.001, ()), (10.0, ()), (0.012, (1, 1, 100, 333, 7))):
        again = driven(settings, seconds, monkeypatch, steps)
        assert repr(again) == repr(once)


def test_a_page_warns_at_the_iteration_at_which_the_terminal_does(monkeypatch):
    settings = Settings(alpha=10.0, iterations=2_000)
    warnings = driven(settings, 0.012, monkeypatch)["warnings"]
    told = [(w["iteration"], w["finding"], w["reason"]) for w in warnings]
    assert told == [(at, found.kind, found.reason) for at, found in watched(settings, 2_000)]


def test_side_by_side_and_in_a_recording_a_run_has_the_curve_that_it_has_in_the_page(monkeypatch):
    settings = Settings(iterations=1_000)
    curve = driven(settings, 0.012, monkeypatch)["curve"]
    points = [(m["iteration"], m["exact"]) for m in curve]
    (outcome,) = preset_race.train(0, {"short": settings})
    beside = zip(outcome.evaluated, outcome.exact, strict=True)
    assert [(0, points[0][1]), *beside] == points
    recorded = [m for frame in recording.frames(Run(settings)) for m in frame["measurements"]]
    assert [(m["iteration"], m["exact"]) for m in recorded if m["onCurve"]] == points
