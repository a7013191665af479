"""A sweep in worker processes: the same numbers, and no process that outlives its reason."""

import os
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager

import numpy as np
import psutil
import pytest

from binadd.experiments.parameter_sweep import sweep
from binadd.experiments.pieces import cut_to_share
from binadd.experiments.plan import Plan
from binadd.experiments.processes import ONE_THREAD, Processes, cores
from tests.commands import LISTENING, ROOT

PLAN = Plan(seeds=tuple(range(20)), hidden=(3, 8), alphas=(0.5, 2.0), biases=True, iterations=1_500)
ENDLESS = ["sweep", "--seeds", "0-95", "--hidden", "16", "--iterations", "10000000",
           "--every", "10000", "--workers", "2"]  # fmt: skip


def same(one, other):
    """Everything but what was measured, to the last bit."""
    names = ("evaluated", "right", "perfect", "quartiles", "perfect_share", "trained")
    return all(
        np.array_equal(getattr(one, name), getattr(other, name), equal_nan=True) for name in names
    )


@pytest.fixture(scope="module")
def alone():
    return sweep(PLAN)


@pytest.mark.parametrize("workers", [1, 2, 3, 4])
def test_the_numbers_are_the_same_however_many_workers_there_are(alone, workers):
    assert len(cut_to_share(PLAN)) > 4
    with Processes(workers) as executor:
        assert same(sweep(PLAN, executor), alone)


def threads_and_signals():
    return [os.environ[name] for name in ONE_THREAD], signal.getsignal(signal.SIGINT)


def test_a_worker_has_one_thread_and_leaves_control_c_alone_and_nothing_of_it_stays_here(
    monkeypatch,
):
    for name in ONE_THREAD:
        monkeypatch.delenv(name, raising=False)
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [])
    with Processes(1) as executor:
        found = executor.submit(threads_and_signals).result()
    assert found == (["1"] * len(ONE_THREAD), signal.SIG_IGN)
    assert not set(ONE_THREAD) & os.environ.keys()
    assert signal.pthread_sigmask(signal.SIG_BLOCK, []) == before


def test_control_c_that_another_thread_hears_waits_until_a_process_is_born(monkeypatch):
    """The mask of one thread leaves it to the others, and a library may have some of its own."""
    born, deliver = [], threading.Event()

    def other():
        deliver.wait()
        signal.pthread_kill(threading.get_ident(), signal.SIGINT)

    def birth(*_):
        deliver.set()
        heard.join()
        born.append("whole")

    monkeypatch.setattr(ProcessPoolExecutor, "submit", birth)
    heard = threading.Thread(target=other)
    heard.start()
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt):
            Processes(1).submit(os.getpid)
    finally:
        signal.signal(signal.SIGINT, before)
        deliver.set()
        heard.join()
    assert born == ["whole"]


def test_a_choice_of_threads_is_respected(monkeypatch):
    monkeypatch.setenv("OMP_NUM_THREADS", "3")
    with Processes(1) as executor:
        assert executor.submit(os.getenv, "OMP_NUM_THREADS").result() == "3"
    assert os.environ["OMP_NUM_THREADS"] == "3"


def test_only_cores_that_this_process_may_use_are_counted():
    allowed = os.sched_getaffinity(0)
    try:
        os.sched_setaffinity(0, {min(allowed)})
        assert cores() == 1
    finally:
        os.sched_setaffinity(0, allowed)
    assert cores() == len(allowed)


# ---- the end -------------------------------------------------------------------------------------


@contextmanager
def sweeping():
    """Run a sweep that does not end in a session of its own: (process, its two workers)."""
    command = [sys.executable, "-c", LISTENING, *ENDLESS]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        try:
            process.stdout.readline()
            yield process, workers_of(process)
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)


def workers_of(process):
    found = []
    until(lambda: found.extend(workers(process)) or len(found) == 2 or found.clear())
    return found


def workers(process):
    children = psutil.Process(process.pid).children()
    return [child for child in children if "spawn_main" in " ".join(child.cmdline())]


def until(true):
    limit = time.monotonic() + 60
    while not true():
        assert time.monotonic() < limit, "it did not happen within a minute"
        time.sleep(0.01)


@pytest.mark.parametrize("to", [os.kill, os.killpg], ids=["itself", "all that the terminal has"])
def test_control_c_ends_all_at_once_without_a_word(to):
    with sweeping() as (process, found):
        to(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=60)
        assert (process.returncode, out, err) == (130, b"", b"")
        assert not [each for each in found if each.is_running()]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_workers_end_with_the_process_that_started_them(number):
    with sweeping() as (process, found):
        process.send_signal(number)
        process.communicate(timeout=60)
        until(lambda: not [each for each in found if each.is_running()])


def test_the_networks_of_a_worker_that_dies_are_named():
    with sweeping() as (process, found):
        found[0].kill()
        out, err = process.communicate(timeout=60)
        assert (process.returncode, out, err.count(b"\n")) == (1, b"", 1)
        words = "binadd sweep: a worker died, killed or out of memory, training 16 hidden units"
        assert err.decode().startswith(f"{words} (learning rate 0.1, seeds ")
        assert not [each for each in found if each.is_running()]
