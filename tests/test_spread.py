"""A sweep on any executor: what fails is named, and what has not begun is taken back."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from binadd.experiments.parameter_sweep import sweep, sweep_on
from binadd.experiments.plan import Plan
from binadd.experiments.spread import Untrained
from binadd.in_parts import finish
from tests.test_processes import same

PLAN = Plan(seeds=tuple(range(20)), hidden=(2, 5), iterations=300)


class Noting(ThreadPoolExecutor):
    """Keeps all futures in the order in which the work was handed out."""

    def __init__(self):
        super().__init__(1)
        self.futures = []

    def submit(self, *work):
        self.futures.append(super().submit(*work))
        return self.futures[-1]


def test_threads_give_the_same_numbers_and_the_share_grows_to_the_whole():
    with Noting() as executor:
        shares = []
        assert same(finish(sweep_on(PLAN, executor), shares.append), sweep(PLAN))
    assert shares == sorted(shares)
    assert shares[-1] == 1


def test_the_largest_networks_are_begun_first():
    begun = []
    with Noting() as executor:
        hand_out = executor.submit
        executor.submit = lambda *work: begun.append(work[2].hidden) or hand_out(*work)
        sweep(PLAN, executor)
    assert begun == sorted(begun, reverse=True)


def test_what_has_not_begun_is_taken_back_when_the_sweep_is_dropped():
    with Noting() as executor:
        parts = sweep_on(Plan(seeds=tuple(range(64)), hidden=(16,), iterations=2_000), executor)
        next(parts)
        parts.close()
        assert executor.futures[-1].cancelled()


def test_networks_that_a_worker_refuses_are_named_with_its_reason(monkeypatch):
    monkeypatch.setattr("binadd.experiments.spread.here", lambda: "binadd 0 and NumPy 1")
    with Noting() as executor, pytest.raises(Untrained) as told:
        sweep(Plan(seeds=(3, 4), hidden=(5,), iterations=300), executor)
    words = "no worker could train 5 hidden units (learning rate 0.1, seeds 3-4): RuntimeError: "
    assert str(told.value).startswith(f"{words}the worker has binadd ")


def test_networks_that_are_cancelled_from_elsewhere_are_named():
    plan = Plan(seeds=tuple(range(64)), hidden=(16,), iterations=2_000)
    with Noting() as executor, pytest.raises(Untrained, match=r"train 16 .*: it was cancelled"):
        finish(sweep_on(plan, executor), lambda share: executor.futures[-1].cancel())
