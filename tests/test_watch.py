"""A run is watched at fixed iterations, and each trouble told once."""

import pytest

from binadd.settings import Settings
from binadd.training.run import Run
from binadd.training.watch import EVERY, MOST, Watch


def watched(settings, iterations, piece=10_000):
    """The iterations at which something was found, and what."""
    run = Run(settings)
    watch, found = Watch(run), []
    while run.iteration < iterations:
        finding = watch.judge(run.advance(min(piece, watch.left, iterations - run.iteration)))
        if finding:
            found.append((run.iteration, finding))
    return found


def kinds(found):
    return [(iteration, finding.kind, finding.fatal) for iteration, finding in found]


def test_the_tutorials_own_run_is_never_complained_of():
    assert watched(Settings(), 10_000) == []


def test_saturation_is_found_soon_and_told_once():
    found = watched(Settings(alpha=10.0), 2_000)
    assert [finding.kind for _, finding in found] == ["saturated"]
    assert found[0][0] <= 2 * EVERY


def test_saturation_that_becomes_hopeless_is_told_again():
    found = watched(Settings(alpha=100.0, biases=True), 2_000)
    assert found[-1][1].fatal


def test_a_network_too_small_to_learn_is_said_to_get_nowhere():
    assert kinds(watched(Settings(hidden=1), 11_000)) == [(10_000, "no progress", False)]


@pytest.mark.parametrize(
    "settings",
    [
        Settings(alpha=10.0),
        Settings(alpha=20.0, biases=True, batch=7),
        Settings(alpha=100.0, batch=128),
        Settings(hidden=1, alpha=0.3),
    ],
)
def test_the_verdicts_are_the_same_whatever_the_pieces(settings):
    once = kinds(watched(settings, 6_000))
    assert once
    assert all(kinds(watched(settings, 6_000, piece)) == once for piece in (1, 33, 150))


def test_after_a_rewind_nothing_is_said_of_outputs_before_they_are_as_many_as_ever():
    run = Run(Settings(alpha=10.0))
    run.advance(1_000)
    run.go_to(999)
    watch = Watch(run)
    assert watch.judge(run.advance(1)) is None
    assert watch.judge(run.advance(EVERY)) is not None


def test_what_is_remembered_is_bounded():
    run = Run(Settings(bits=2, hidden=1, alpha=0.005, batch=128))
    watch = Watch(run)
    while run.iteration < 1.5 * MOST:
        watch.judge(run.advance(watch.left))
    assert MOST <= sum(map(len, watch._errors)) < MOST * 1.3


def test_with_a_learning_rate_too_low_to_be_judged_nothing_is_remembered():
    run = Run(Settings(bits=2, hidden=1, alpha=1e-6))
    watch = Watch(run)
    for _ in range(10):
        watch.judge(run.advance(watch.left))
    assert not watch._errors
