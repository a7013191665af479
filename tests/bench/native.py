"""All ways of training on this machine itself, in turns with the yardstick under Node."""

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from binadd.live.messages import plain
from binadd.speed import benchmark
from binadd.speed.benchmark import Row, Table
from binadd.speed.contestants import sample

YARDSTICK = Path(__file__).with_name("yardstick.mjs")
TOLERANCE = 1e-10  # what rounding may do to an error in a thousand updates


def measure() -> Table:
    """Measure round by round; raise ArithmeticError if the yardstick does other work."""
    tables = []
    with node() as yardstick:
        one_round(yardstick)  # does not count: JavaScript is still being compiled
        for _ in range(benchmark.ROUNDS):
            rows = benchmark.run(rounds=1)
            speed = one_round(yardstick)
            row = Row("hand-written JavaScript", speed, speed / rows[0].per_second)
            tables.append([*rows, row])
    return benchmark.medians(tables)


@contextmanager
def node() -> Iterator[subprocess.Popen[str]]:
    """Run the yardstick's program for as long as the block lasts."""
    command = ["node", str(YARDSTICK)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        yield process


def one_round(yardstick: subprocess.Popen[str]) -> float:
    """Return how many examples a second the yardstick learns from."""
    assert yardstick.stdin
    assert yardstick.stdout
    question = json.dumps(plain(sample()), default=lambda array: array.tolist())
    print(question, file=yardstick.stdin, flush=True)
    answer = json.loads(yardstick.stdout.readline())
    if answer["deviation"] > TOLERANCE:
        raise ArithmeticError(f"the yardstick's errors are off by {answer['deviation']}")
    return float(answer["perSecond"])
