"""The pieces of a sweep handed to an executor: to other cores, or to other machines."""

from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, CancelledError, Executor, Future, wait

from binadd.pieces import Piece, Trained, here, named, train
from binadd.plan import Plan

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
        pending = wait(pending, LOOK, FIRST_COMPLETED).not_done
        done = futures.keys() - pending
        for future in done:
            if not _succeeded(future):
                raise _untrained(future, begun, futures)
        yield done


def _succeeded(future: Future[Trained]) -> bool:
    return future.done() and not future.cancelled() and future.exception() is None


def _untrained(
    failed: Future[Trained], begun: Sequence[Future[Trained]], futures: Futures
) -> Untrained:
    """Say why and which; an executor that breaks fails all pieces, whichever was in training."""
    try:
        failed.result()
    except Exception as error:
        broken = isinstance(error, BrokenExecutor)
        lost = [future for future in begun if broken and not _succeeded(future)] or [failed]
        which = named(futures[future] for future in lost)
        if broken or type(error).__name__ == "KilledWorker":  # Dask's
            untrained = Untrained(f"a worker died, killed or out of memory, training {which}")
        else:
            cancelled = isinstance(error, CancelledError)
            reason = "it was cancelled, or the connection lost" if cancelled else _words(error)
            untrained = Untrained(f"no worker could train {which}: {reason}")
        untrained.__cause__ = error
        return untrained
    raise AssertionError("it did not fail")


def _words(error: Exception) -> str:
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
