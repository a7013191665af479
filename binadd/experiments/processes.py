"""Worker processes on this machine's cores, as an executor for the command line.

They are started afresh (spawned) on every system, so they share nothing with this process. Ctrl-C
is left to this process, which ends them at once; if it dies itself, they end by themselves.
"""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import active_children, get_context, parent_process
from multiprocessing.process import BaseProcess
from threading import Thread
from types import TracebackType
from typing import ParamSpec, TypeVar

from binadd.saving.interrupts import uninterrupted

MOST_ON_WINDOWS = 61  # Windows waits for no more at once

# A worker is to keep one core busy; libraries of linear algebra read these when they are loaded.
ONE_THREAD = (
    "OPENBLAS_NUM_THREADS",
    "OMP_NUM_THREADS",
    "MKL_NUM_THREADS",
    "VECLIB_MAXIMUM_THREADS",
)

P = ParamSpec("P")
T = TypeVar("T")


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Processes(ProcessPoolExecutor):
    """At most `count` processes; leaving its `with` by an exception, Ctrl-C too, kills them."""

    def __init__(self, count: int) -> None:
        most = MOST_ON_WINDOWS if sys.platform == "win32" else count
        super().__init__(min(count, most), get_context("spawn"), _begin)
        self._born: set[BaseProcess] = set()

    def submit(self, function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Hand out work; a process may be started for it."""
        others = set(active_children())
        try:
            with uninterrupted(), _birth():
                return super().submit(function, *args, **kwargs)
        finally:
            self._born |= set(active_children()) - others

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind:
            # Python 3.11 trips over cancelled work when a worker dies, and would then hang. But it
            # stays where it is: a thread of the executor may just be handing it out.
            for work in [*self._pending_work_items.values()]:
                if work.future.cancelled():
                    work.future = Future()
            for process in self._born:
                process.kill()
        super().__exit__(kind, error, trace)


@contextmanager
def _birth() -> Iterator[None]:
    """Let a process that is started meanwhile inherit one thread, and that Ctrl-C is not for it.

    What the user has chosen stays. Ctrl-C is still heard by threads of libraries, which have no
    such mask: whoever calls this holds it back.
    """
    unset = [name for name in ONE_THREAD if name not in os.environ]
    os.environ.update(dict.fromkeys(unset, "1"))
    if sys.platform != "win32":
        mask = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        for name in unset:
            del os.environ[name]
        if sys.platform != "win32":
            signal.pthread_sigmask(signal.SIG_SETMASK, mask)


def _begin() -> None:
    """Prepare a worker process; Windows has no mask that it could inherit."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)
