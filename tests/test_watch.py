"""A run is watched, and each trouble told once."""

from binadd.settings import Settings
from binadd.training import Run
from binadd.watch import MOST, Watch


def watched(settings, iterations, piece=100):
    run, watch, found = Run(settings), Watch(settings.alpha), []
    for _ in range(iterations // piece):
        watch.note(run.advance(piece))
        found.append((run.iteration, watch.judge(run.weights)))
    return watch, [(iteration, finding) for iteration, finding in found if finding]


def test_the_tutorials_own_run_is_never_complained_of():
    watch, found = watched(Settings(), 10_000)
    assert found == []
    assert watch.judge_progress(exact=1.0) is None


def test_saturation_is_found_soon_and_told_once():
    _, found = watched(Settings(alpha=10.0), 2_000)
    assert [finding.kind for _, finding in found] == ["saturated"]
    assert found[0][0] <= 300


def test_a_network_too_small_to_learn_is_said_to_get_nowhere():
    watch, _ = watched(Settings(hidden=2), 10_000)
    finding = watch.judge_progress(exact=0.0)
    assert finding is not None
    assert (finding.kind, finding.fatal) == ("no progress", False)
    assert watch.judge_progress(exact=0.0) is None


def test_before_anything_was_trained_there_is_nothing_to_say():
    assert Watch(0.1).judge(Run(Settings()).weights) is None
    assert Watch(0.1).judge_progress(0.0) is None


def test_what_is_remembered_is_bounded():
    run, watch = Run(Settings(bits=2, hidden=1)), Watch(0.1)
    part = run.advance(10_000)
    for _ in range(50):
        watch.note(part)
    assert MOST <= sum(len(errors) for errors in watch._errors) <= MOST + 10_000
