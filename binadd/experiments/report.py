"""What a sweep has found, in a table and in sentences.

The question is the tutorial's: do larger hidden layers make things train faster or slower? More
iterations or fewer? Iterations are the same everywhere. Times are not, so they are told apart.
"""

from collections.abc import Iterable, Iterator

import numpy as np

from binadd.experiments.parameter_sweep import Sweep
from binadd.experiments.plan import Plan
from binadd.network import Array

CLOSE = 1.1  # times as many iterations, or as much time, is still about as good
COLUMNS = "hidden", "rate", "perfect", "1/4 after", "1/2 after", "3/4 after"
MEASURED = "Measured here and now, and not the same anywhere else: microseconds of an iteration"
TIMES = "hidden", "alone", "together"


def text(plan: Plan, result: Sweep) -> str:
    """Write the table: the share of seeds that become perfect, and after how many iterations 1/4,
    1/2 and 3/4 of them are.
    """
    lines = [_line(COLUMNS)]
    for row, units in enumerate(plan.hidden):
        for column, alpha in enumerate(plan.alphas):
            perfect = f"{result.perfect_share[row, column]:.0%}"
            numbers = [_number(count) for count in result.quartiles[row, column]]
            lines.append(_line([str(units), f"{alpha:g}", perfect, *numbers]))
    return "\n".join(lines)


def times(plan: Plan, result: Sweep) -> str:
    """Write how long an iteration of a network took, by itself and side by side with others, and
    which numbers of hidden units are fastest.
    """
    costs = 1e6 * np.stack([result.alone, result.seconds / result.trained], axis=1)  # (H, 2)
    lines = [f"{MEASURED}.", _line(TIMES)]
    for units, row in zip(plan.hidden, costs, strict=True):
        lines.append(_line([str(units), *(f"{cost:.1f}" for cost in row)]))
    return "\n".join([*lines, *fastest(plan, result)])


def _line(cells: Iterable[str]) -> str:
    return "  ".join(f"{cell:>11}" for cell in cells)


def rows(plan: Plan, result: Sweep) -> Iterator[list[str]]:
    """Yield the result as rows of a table: a head, then one row for each network."""
    points = [f"right at {iteration:.0f}" for iteration in result.evaluated]
    yield ["hidden", "alpha", "seed", "perfect after", *points]
    for (row, column, place), after in np.ndenumerate(result.perfect):
        units, alpha, seed = plan.hidden[row], plan.alphas[column], plan.seeds[place]
        perfect = f"{after:.0f}" if np.isfinite(after) else ""
        curve = [f"{share:g}" for share in result.right[row, column, place]]
        yield [str(units), repr(alpha), str(seed), perfect, *curve]


def words(plan: Plan, result: Sweep) -> str:
    """Answer the tutorial's question in iterations, a line for each learning rate."""
    return "\n".join(
        f"Learning rate {alpha:g}: {_answer(plan, result.quartiles[:, column, 1])}"
        for column, alpha in enumerate(plan.alphas)
    )


def fastest(plan: Plan, result: Sweep) -> Iterator[str]:
    """Answer it in time as it was measured: yields a sentence for each rate with a choice."""
    for column, alpha in enumerate(plan.alphas):
        units, iterations, cost = _ascending(plan, result.quartiles[:, column, 1], result.alone)
        learnt = np.isfinite(iterations)
        if learnt.sum() > 1:
            seconds = (iterations * cost)[learnt]
            best = units[learnt][_smallest_close(seconds)]
            yield f"Learning rate {alpha:g}: in time, as measured here, {best} units are fastest."


def _answer(plan: Plan, iterations: Array) -> str:
    """Judge the iterations, (H,), until half of the networks are perfect."""
    units, iterations = _ascending(plan, iterations)
    learnt = np.isfinite(iterations)
    never = ""
    if not learnt.all():
        never = f"with {_list(units[~learnt])} units not within {plan.iterations:,} iterations"
    if not learnt.any():
        return f"half of the networks become perfect {never}."
    units, iterations = units[learnt], iterations[learnt]
    counts = [f"{count:,.0f} with {size}" for size, count in zip(units, iterations, strict=True)]
    first = f"half of the networks are perfect after {_list(counts)} hidden units"
    sentences = [f"{first}, {never}." if never else f"{first}."]
    if len(units) > 1:
        sentences.append(_comparison(units, iterations))
    return " ".join(sentences)


def _ascending(plan: Plan, *columns: Array) -> tuple[Array, ...]:
    """Return the numbers of hidden units in ascending order, and columns, (H,), in that order."""
    order = np.argsort(plan.hidden)
    return np.array(plan.hidden)[order], *(column[order] for column in columns)


def _comparison(units: Array, iterations: Array) -> str:
    """Compare two numbers of hidden units or more, in ascending order."""
    best = _smallest_close(iterations)
    if best == 0:
        worse = iterations[-1] > CLOSE * iterations[0]
        return "More units need more iterations." if worse else "More units need about as many."
    if (np.diff(iterations[: best + 1]) < 0).all():
        limit = f" up to {units[best]}" if best < len(units) - 1 else ""
        return f"More units need fewer iterations{limit}."
    return f"{units[best]} units need the fewest iterations."


def _smallest_close(values: Array) -> int:
    """Return the first place where the value is about as low as the lowest."""
    return int(np.flatnonzero(values <= CLOSE * values.min())[0])


def _number(count: float) -> str:
    return f"{count:,.0f}" if np.isfinite(count) else "never"


def _list(items: object) -> str:
    """Write items with commas and an "and"."""
    *others, last = [str(item) for item in items]  # type: ignore[attr-defined]
    return f"{', '.join(others)} and {last}" if others else last
