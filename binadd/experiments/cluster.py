"""Dask: the only module that knows it. A sweep runs on the workers of a cluster that is there."""

import logging
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from typing import NamedTuple

PATIENCE = 10.0  # seconds until a scheduler must answer: of silence nothing but a clock can tell
ALONE = 300  # looks in a row without any worker, ten a second; one that is started anew needs some

MISSING = '--dask needs Dask, which is not installed here: pip install "binadd[dask]"'


class NoCluster(OSError):
    """No cluster answers, or none that has workers; the text says which and what would be right."""


class Cluster(NamedTuple):
    """A cluster that answers."""

    executor: Executor
    check: Callable[[], None]  # a look: raises NoCluster after ALONE without workers


@contextmanager
def connected(address: str) -> Iterator[Cluster]:
    """Connect to the cluster whose scheduler has that address, such as tcp://127.0.0.1:8786.

    Raises NoCluster if the package is missing, or if none answers with workers.
    """
    try:
        from distributed import Client
        from distributed.utils import LoopRunner
    except ImportError as error:
        raise NoCluster(MISSING) from error
    with _silence():
        try:
            # in a thread of its own: a notebook has a loop that runs in this one
            LoopRunner().run_sync(_greet, address, callback_timeout=PATIENCE)
            client = Client(address, timeout=PATIENCE, set_as_default=False)
        except Exception as error:  # whatever listens there may say anything
            wanted = "the address of a Dask scheduler that answers, such as tcp://127.0.0.1:8786"
            raise NoCluster(f"--dask must be {wanted}, not “{address}”") from error
        with client:

            def workers() -> int:
                return len(client.scheduler_info(n_workers=1)["workers"])  # one is enough to know

            if not workers():
                raise NoCluster(f"the Dask cluster at {address} has no workers")
            yield Cluster(client.get_executor(), _roll_call(workers, address))


async def _greet(address: str) -> None:
    """Shake hands with a scheduler: a client's own timeout is only for reaching the address."""
    from distributed import Security
    from distributed.comm import connect

    arguments = Security().get_connection_args("client")
    comm = await connect(address, timeout=PATIENCE, **arguments)
    await comm.close()


def _roll_call(workers: Callable[[], int], address: str) -> Callable[[], None]:
    """Return what looks for workers, and raises NoCluster once it found none ALONE times in a row.

    Work would wait for ever then. It is looks that count, not seconds: on a machine that is slow
    both they and a worker that is started anew take longer.
    """
    alone = 0

    def check() -> None:
        nonlocal alone
        alone = 0 if workers() else alone + 1
        if alone == ALONE:
            raise NoCluster(f"the Dask cluster at {address} has no workers any more")

    return check


@contextmanager
def _silence() -> Iterator[None]:
    """Keep what Dask logs and warns of to itself: what matters here is told in sentences."""
    before = logging.root.manager.disable
    logging.disable()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(before)
