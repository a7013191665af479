"""Accuracy is measured often enough, but not so often that it holds training up."""

from binadd.evaluation import evaluate
from binadd.meter import EVERY, FEWEST, Meter
from binadd.settings import Settings
from binadd.training import Run


def measured(clock_step, iterations=2000, batch=1):
    """The iterations at which a run is measured, with a clock that goes on at every look."""
    now = [0.0]

    def clock():
        now[0] += clock_step
        return now[0]

    meter, run, found = Meter(clock), Run(Settings(iterations=iterations, batch=batch)), []
    while run.iteration < iterations:
        if meter.is_due(run):
            meter.start(run)
            while meter.active:
                if result := meter.work():
                    found.append(result)
        run.advance(min(meter.iterations_left(run), iterations - run.iteration, 37))
    return found


def test_with_time_to_spare_it_measures_at_every_multiple():
    found = measured(clock_step=1000.0, iterations=1000)
    assert [result.iteration for result in found] == list(range(0, 1000, EVERY))


def test_however_slow_the_clock_a_run_is_measured_often_enough_at_round_iterations():
    found = measured(clock_step=0.0)
    assert len(found) >= FEWEST - 5
    assert all(result.iteration % EVERY == 0 for result in found)


def test_batches_that_step_over_the_round_iterations_are_measured_all_the_same():
    assert len(measured(clock_step=1000.0, iterations=700, batch=7)) >= 5


def test_a_measurement_is_the_evaluation_of_the_network_when_it_began():
    meter, run = Meter(), Run(Settings(bits=4))
    meter.start(run)
    expected = evaluate(run.weights, 4)
    run.advance(100)
    result = None
    while result is None:
        result = meter.work()
    assert result.iteration == 0
    assert (result.evaluation.right == expected.right).all()
