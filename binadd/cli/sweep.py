"""The command sweep: many networks trained and compared."""

import argparse
import csv
import io
from pathlib import Path

from binadd.cli import options
from binadd.cli.options import Commands, listed, refusing
from binadd.cli.terminal import complain, with_progress
from binadd.experiments import cluster, report
from binadd.experiments.parameter_sweep import Sweep, sweep_in_parts, sweep_on
from binadd.experiments.plan import EVERY, Plan
from binadd.experiments.spread import Untrained
from binadd.saving.files import check_place, write
from binadd.settings import LIMITS, Limit, Settings

LISTS = {"seeds": "seed", "hidden": "hidden", "alpha": "alpha"}  # options and their limits
EXAMPLES = {"seeds": "0-29", "hidden": "2,4,8,16", "alpha": "0.1,1"}
WORKERS = Limit("workers", True, 0, 1_000)
STATUSES = """exit status: 0 if all networks were trained, 1 if a worker died or failed (then its
networks are named, and there is no result), 2 if something given is not right or no Dask cluster
answers, 130 on Ctrl-C"""


def register(commands: Commands) -> None:
    """Describe the command and its options."""
    sweeping = commands.add_parser(
        "sweep", help="train many networks and compare them", epilog=STATUSES
    )
    for name, limit_name in LISTS.items():
        limit = LIMITS[limit_name]
        if isinstance(limit, Limit):
            described = f"{limit.label}, such as {EXAMPLES[name]}; {_default(name)}"
            sweeping.add_argument(f"--{name}", type=listed(limit), metavar="LIST", help=described)
    usual = Settings(iterations=Plan.iterations)
    options.add_settings(sweeping, but=("seed", "hidden", "alpha", "batch"), usual=usual)
    sweeping.add_argument(
        "--every",
        type=refusing(EVERY.parse),
        default=Plan.every,
        metavar="N",
        help=f"{EVERY.label} (default {Plan.every})",
    )
    sweeping.add_argument("--csv", type=Path, metavar="FILE", help="write a row for each network")
    _add_places(sweeping)
    sweeping.set_defaults(run=_sweep)


def _add_places(sweeping: argparse.ArgumentParser) -> None:
    """Describe where networks may be trained, and the option to be told how long that takes."""
    places = sweeping.add_mutually_exclusive_group()
    places.add_argument(
        "--workers",
        type=refusing(WORKERS.parse),
        metavar="N",
        help="train in N processes, 0 for one on each core; the numbers are the same",
    )
    places.add_argument(
        "--dask",
        metavar="ADDRESS",
        help="train on the Dask cluster whose scheduler is there, such as tcp://127.0.0.1:8786 "
        '(needs: pip install "binadd[dask]"); the numbers are the same',
    )
    sweeping.add_argument(
        "--times",
        action="store_true",
        help="say as well how long it took, which is never the same; all else always is",
    )


def _sweep(chosen: argparse.Namespace) -> int:
    plan = _plan(chosen)
    if chosen.csv:
        check_place(chosen.csv)
    try:
        result = _swept(plan, chosen)
    except Untrained as lost:
        complain(chosen.command, str(lost))
        return 1
    except KeyboardInterrupt:
        if chosen.csv:
            complain(chosen.command, f"Stopped by Ctrl-C. (Nothing was written to {chosen.csv}.)")
        raise
    print(report.text(plan, result))
    print()
    print(report.words(plan, result))
    if chosen.times:
        print()
        print(report.times(plan, result))
    if chosen.csv:
        _write(chosen.csv, plan, result)
    return 0


def _swept(plan: Plan, chosen: argparse.Namespace) -> Sweep:
    """Train the networks where it was chosen."""
    if chosen.dask is not None:
        with cluster.connected(chosen.dask) as (executor, check):
            return with_progress("training", sweep_on(plan, executor), check)
    if chosen.workers is not None:
        from binadd.experiments.processes import Processes, cores  # slow to import, seldom used

        with Processes(chosen.workers or cores()) as executor:
            return with_progress("training", sweep_on(plan, executor))
    return with_progress("training", sweep_in_parts(plan))


def _plan(chosen: argparse.Namespace) -> Plan:
    """Take what was given, else the preset if there is one, else the plan's own defaults."""
    settings = options.settings(
        argparse.Namespace(**{**vars(chosen), "hidden": None, "alpha": None})
    )
    given = {"seeds": chosen.seeds, "hidden": chosen.hidden, "alphas": chosen.alpha}
    if chosen.preset:
        given["alphas"] = chosen.alpha or (settings.alpha,)
    if chosen.preset or chosen.iterations is not None:
        given["iterations"] = settings.iterations
    given = {name: value for name, value in given.items() if value is not None}
    return Plan(biases=settings.biases, bits=settings.bits, every=chosen.every, **given)


def _write(path: Path, plan: Plan, result: Sweep) -> None:
    file = io.StringIO(newline="")
    csv.writer(file).writerows(report.rows(plan, result))
    write(path, file.getvalue().encode())


def _default(name: str) -> str:
    values = {"seeds": Plan.seeds, "hidden": Plan.hidden, "alpha": Plan.alphas}[name]
    return f"default {','.join(str(value) for value in values)}"
