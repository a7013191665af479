"""A sweep on a Dask cluster, a real one: the same numbers, and no waiting in vain."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
import tomllib
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import psutil
import pytest
from distributed import Client

from binadd.experiments import cluster
from binadd.experiments.cluster import ALONE, NoCluster, connected
from binadd.experiments.parameter_sweep import sweep
from tests.commands import LISTENING, ROOT
from tests.test_processes import ENDLESS, PLAN, same, until


@contextmanager
def started(workers=2):
    """Start a cluster; gives its process and the address of its scheduler."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.cluster", str(workers)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        try:
            yield process, process.stdout.readline().strip()
        finally:
            process.stdin.close()
            try:
                process.wait(timeout=60)
            except subprocess.TimeoutExpired:
                process.kill()


@pytest.fixture(scope="module")
def address():
    with started() as (_, scheduler):
        yield scheduler


def command(*arguments):
    return subprocess.Popen(
        [sys.executable, "-c", LISTENING, *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_any_executor_of_a_cluster_gives_the_same_numbers(address):
    with Client(address, set_as_default=False) as client:
        assert same(sweep(PLAN, client.get_executor()), sweep(PLAN))


def test_a_notebook_whose_thread_runs_a_loop_gets_the_same_numbers(address):
    async def cell():
        with connected(address) as found:
            return sweep(PLAN, found.executor)

    with ThreadPoolExecutor(1) as kernel:  # here a loop may run already, that of a browser's driver
        in_the_notebook = kernel.submit(lambda: asyncio.run(cell())).result()
    assert same(in_the_notebook, sweep(PLAN))


def test_the_command_prints_and_writes_the_same_bytes_here_in_processes_and_on_the_cluster(
    address, tmp_path
):
    printed, written = set(), set()
    for number, place in enumerate([[], ["--workers", "2"], ["--dask", address]]):
        path = tmp_path / f"{number}.csv"
        plan = ["--preset", "fixed", "--seeds", "0-19", "--hidden", "3,8", "--csv", str(path)]
        done = subprocess.run(
            [sys.executable, "-m", "binadd", "sweep", *plan, *place],
            cwd=ROOT,
            capture_output=True,
            check=True,
            timeout=300,
        )
        assert done.stderr == b""
        printed.add(done.stdout)
        written.add(path.read_bytes())
    assert len(printed) == len(written) == 1


def busy(client):
    """The addresses of workers that are training."""
    return [worker for worker, tasks in client.processing().items() if tasks]


def test_control_c_takes_the_work_back_without_a_word(address):
    with (
        Client(address, set_as_default=False) as client,
        command(*ENDLESS[:-2], "--dask", address) as process,
    ):
        until(lambda: busy(client))
        process.send_signal(signal.SIGINT)
        assert process.communicate(timeout=60) == ("listening\n", "")
        assert process.returncode == 130
        client.restart()  # what is being trained cannot be taken back


def test_the_networks_of_a_worker_that_dies_are_named():
    with (
        started() as (_, address),
        Client(address, set_as_default=False) as client,
        command(*ENDLESS[:-2], "--dask", address) as process,
    ):
        until(lambda: busy(client))
        psutil.Process(client.run(os.getpid, workers=busy(client)[:1]).popitem()[1]).kill()
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err.count("\n")) == (1, "listening\n", 1)
    words = "binadd sweep: a worker died, killed or out of memory, training 16 hidden units"
    assert err.startswith(f"{words} (learning rate 0.1, seeds ")


def test_a_scheduler_that_is_gone_is_told():
    with started() as (server, address):
        with Client(address, set_as_default=False) as client:
            shell = command(*ENDLESS[:-2], "--dask", address)
            until(lambda: busy(client))
        workers = psutil.Process(server.pid).children(recursive=True)
        for each in [server, *workers]:  # else it may still tell that its workers have died
            each.kill()
        with shell as process:
            out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err.count("\n")) == (1, "listening\n", 1)
    assert "no worker could train 16 hidden units (learning rate 0.1, seeds " in err


def test_a_cluster_without_workers_is_refused():
    empty = pytest.raises(NoCluster, match="has no workers")
    with started(workers=0) as (_, address), empty, connected(address):
        pass


def test_work_is_given_up_after_so_many_looks_in_a_row_without_a_worker():
    found = iter([1, *(ALONE - 1) * [0], 1, *ALONE * [0]])  # they leave, come back, leave for good
    check = cluster._roll_call(lambda: next(found), "tcp://there:1")
    for _ in range(2 * ALONE):
        check()
    with pytest.raises(NoCluster, match="tcp://there:1 has no workers any more"):
        check()


def test_work_on_a_cluster_whose_workers_have_left_is_given_up(monkeypatch):
    monkeypatch.setattr(cluster, "ALONE", 1)
    with started(workers=1) as (_, address), connected(address) as (_, check):
        check()
        with Client(address, set_as_default=False) as client:
            client.retire_workers()
        with pytest.raises(NoCluster, match="has no workers any more"):
            check()


@pytest.fixture
def silent():
    """An address where something listens that never answers."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield f"tcp://127.0.0.1:{server.getsockname()[1]}"


@pytest.mark.parametrize(
    "wrong",
    ["", "nonsense", "tcp://", "127.0.0.1:1", "ftp://127.0.0.1:1", "tcp://127.0.0.1:99999", None],
)
def test_an_address_that_does_not_answer_is_told_in_a_sentence(wrong, silent, monkeypatch):
    monkeypatch.setattr(cluster, "PATIENCE", 2.0)
    given = silent if wrong is None else wrong
    with pytest.raises(NoCluster) as told, connected(given):
        pass
    assert str(told.value) == (
        "--dask must be the address of a Dask scheduler that answers, such as "
        f"tcp://127.0.0.1:8786, not “{given}”"
    )


def test_without_the_package_the_command_to_install_it_is_told(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    missing = pytest.raises(NoCluster, match=r'not installed here: pip install "binadd\[dask\]"')
    with missing, connected("tcp://127.0.0.1:8786"):
        pass


def test_the_extra_is_the_version_that_is_tested():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    extra = set(project["project"]["optional-dependencies"]["dask"])
    assert extra <= set(project["dependency-groups"]["test"])
