"""Accuracy is measured at the same iterations wherever a run is trained, and however."""

import numpy as np
import pytest

from binadd.judging.evaluation import evaluate
from binadd.live.accuracy_meter import AccuracyMeter
from binadd.settings import PRESETS, Settings
from binadd.training.curve import CLOSEST, FURTHEST, POINTS, is_on_curve, spacing
from binadd.training.run import Run


def measured(settings, piece, start=0):
    """The points of the curve, up to the end of a run that is trained in pieces."""
    run = Run(settings)
    if start:
        run = Run.resume(settings, run.weights, start)
    meter, found = AccuracyMeter(run), []
    while True:
        if meter.is_due:
            meter.start()
            found.append(meter.iteration)
        if run.iteration >= start + settings.iterations:
            return found
        run.advance(min(meter.left, piece))


def test_the_presets_are_measured_at_round_iterations_and_often_enough():
    for settings in PRESETS.values():
        assert measured(settings, 37) == list(range(0, settings.iterations + 1, spacing(settings)))
        assert settings.iterations // spacing(settings) == POINTS


@pytest.mark.parametrize("batch", [1, 7, 128])
@pytest.mark.parametrize("start", [0, 333])
@pytest.mark.parametrize("iterations", [1, 300, 1_234])
def test_whatever_the_pieces_the_points_are_the_same_with_the_start_and_the_end(
    iterations, start, batch
):
    settings = Settings(bits=3, hidden=2, iterations=iterations, batch=batch)
    points = measured(settings, 10_000, start)
    assert points[0] == start
    assert points[-1] == start + -(-iterations // batch) * batch
    assert all(measured(settings, piece, start) == points for piece in (1, 10, 99))


def test_points_are_neither_closer_nor_further_apart_than_can_be_paid_for():
    assert spacing(Settings(iterations=0)) == spacing(Settings(iterations=100)) == CLOSEST
    assert spacing(Settings(iterations=10_000_000)) == FURTHEST


def test_a_place_where_the_run_only_rests_is_measured_but_is_no_point_of_the_curve():
    run = Run(Settings(bits=3, iterations=1_000))
    meter = AccuracyMeter(run)
    for iteration, wanted in ((0, True), (1, False), (CLOSEST, True), (1_000, True)):
        run.advance(iteration - run.iteration)
        assert meter.is_due == is_on_curve(run) == wanted
        meter.start()
        result = None
        while result is None:
            result = meter.work()
        assert (result.iteration, result.on_curve) == (iteration, wanted)
        assert not meter.is_due  # not twice


def test_a_measurement_is_the_evaluation_of_the_network_when_it_began():
    run = Run(Settings(bits=4))
    meter = AccuracyMeter(run)
    meter.start()
    expected = evaluate(run.weights, 4)
    run.advance(100)
    result = None
    while result is None:
        result = meter.work()
    assert result.iteration == 0
    assert np.array_equal(result.evaluation.right, expected.right)
