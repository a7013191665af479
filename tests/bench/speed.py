"""Every way of training, natively and in browsers, in turns, as one table in Markdown."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import NamedTuple

from binadd.speed import benchmark
from binadd.speed.benchmark import Table
from tests.bench import bench_page, machine, native
from tests.bench.engines import started, title


class Column(NamedTuple):
    """One place where training was measured: its heading, what runs there, and the table."""

    name: str
    software: str
    table: Table


Place = Callable[[], Column]


def measure(address: str, browsers: dict[str, str], runs: int) -> list[Column]:
    """Measure in all places, `runs` times in turns; browsers: name -> program."""
    with ExitStack() as stack:
        places = [here, *(in_browser(name, browsers[name], address, stack) for name in browsers)]
        measured = [[place() for place in places] for _ in range(runs)]
    return [merged(list(columns)) for columns in zip(*measured, strict=True)]


def here() -> Column:
    """Measure on this machine itself."""
    return Column("native", machine.versions(), native.measure())


def in_browser(name: str, program: str, address: str, stack: ExitStack) -> Place:
    """Start a browser, and return what measures in it."""
    tab = stack.enter_context(started(name, program))
    return lambda: Column(*bench_page.measure(tab, address)._replace(browser=title(tab)))


def merged(columns: list[Column]) -> Column:
    """Put several runs in one place into one."""
    return columns[0]._replace(table=benchmark.medians([column.table for column in columns]))


def markdown(columns: list[Column], runs: int) -> str:
    """Write the heading and the table."""
    return "\n".join([heading(columns, runs), "", *lines(columns)])


def heading(columns: list[Column], runs: int) -> str:
    """Say what was measured, how, when and on what."""
    several = f"{runs} runs of {benchmark.ROUNDS}" if runs > 1 else f"{benchmark.ROUNDS}"
    software = "; ".join(f"{column.name}: {column.software}" for column in columns)
    return (
        "Examples learnt in a second and, in brackets, the ratio to the tutorial's loop in the "
        f"same round; medians of {several} rounds, in turns. "
        f"{machine.described()}. {software}."
    )


def lines(columns: list[Column]) -> Iterator[str]:
    """Write the lines of the table."""
    yield f"| way of training | {' | '.join(column.name for column in columns)} |"
    yield f"| --- |{' ---: |' * len(columns)}"
    for rows in zip(*(column.table for column in columns), strict=True):
        cells = [f"{row.per_second:,.0f} ({row.ratio:.1f})" for row in rows]
        yield f"| {rows[0].name} | {' | '.join(cells)} |"
