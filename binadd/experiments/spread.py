"""The pieces of a sweep handed to an executor: to other cores, or to other machines."""

from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    Executor,
    Future,
    wait,
)

from binadd.experiments.pieces import Piece, Trained, here, named, train
from binadd.experiments.plan import Plan

LOOK = 0.1  # seconds between two looks at what is done: for Ctrl-C, and for who shows progress

Futures = dict[Future[Trained], Piece]


class Untrained(RuntimeError):
    """Networks that no worker brought back; the text names them and says why."""


def train_all(
    plan: Plan, pieces: Sequence[Piece], executor: Executor
) -> Generator[float, None, list[Trained]]:
    """Let the executor train all pieces; yields the share that is done, returns them in order.

    The largest networks are begun first, for they take longest. Whatever ends this early also
    takes back what has not begun. Raises Untrained if a piece fails.
    """
    futures: Futures = {}
    try:
        for piece in sorted(pieces, key=lambda piece: -piece.hidden):
            futures[_submitted(plan, piece, executor)] = piece
        for done in _watched(futures):
            yield sum(len(futures[future].members) for future in done) / plan.networks
    finally:
        for future in futures:
            future.cancel()
    trained = {piece: future.result() for future, piece in futures.items()}
    return [trained[piece] for piece in pieces]


def _submitted(plan: Plan, piece: Piece, executor: Executor) -> Future[Trained]:
    try:
        return executor.submit(train, plan, piece, here())
    except BrokenExecutor as error:  # a worker died before all pieces were handed out
        raise Untrained(f"a worker died before it could train {named([piece])}") from error


def _watched(futures: Futures) -> Iterator[set[Future[Trained]]]:
    """Yield those that are done, at every look until all are."""
    pending = set(futures)
    while pending:
        begun = [future for future in futures if future.running()]
        wait(pending, LOOK, FIRST_COMPLETED)
        pending = {future for future in pending if not future.done()}  # cancelled is done, too
        done = futures.keys() - pending
        for future in done:
            if not _succeeded(future):
                error = None if future.cancelled() else future.exception()
                lost = [each for each in begun if not _succeeded(each)]
                raise Untrained(_reason(futures, future, lost, error)) from error
        yield done


def _succeeded(future: Future[Trained]) -> bool:
    return future.done() and not future.cancelled() and future.exception() is None


def _reason(
    futures: Futures,
    failed: Future[Trained],
    lost: Sequence[Future[Trained]],
    error: BaseException | None,
) -> str:
    """Say why and which; a pool that breaks fails all pieces, whichever were in training."""
    broken = isinstance(error, BrokenExecutor)
    which = named(futures[future] for future in (broken and lost) or [failed])
    if broken or type(error).__name__ == "KilledWorker":  # Dask's
        return f"a worker died, killed or out of memory, training {which}"
    if error is None:
        return f"no worker could train {which}: it was cancelled, or the connection lost"
    words = " ".join(str(error).split())  # on one line
    return f"no worker could train {which}: {type(error).__name__}{words and f': {words}'}"
