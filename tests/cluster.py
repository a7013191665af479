"""A Dask cluster of two worker processes on this machine alone, until standard input ends.

    python -m tests.cluster [workers]

Prints the address of its scheduler. A worker that dies is not tried again with the same work.
"""

import logging
import sys

import dask
from distributed import LocalCluster


def main() -> None:
    """Serve until nobody listens any more."""
    logging.disable()  # of workers that tests kill
    dask.config.set({"distributed.scheduler.allowed-failures": 0})
    workers = int(sys.argv[1]) if len(sys.argv) > 1 else 2
    with LocalCluster(
        n_workers=workers,
        threads_per_worker=1,
        host="127.0.0.1",
        dashboard_address=None,
        worker_dashboard_address=None,
        memory_limit=0,
    ) as cluster:
        print(cluster.scheduler_address, flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    main()
