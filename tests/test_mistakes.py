"""Whatever somebody writes, what is wrong with it is a sentence at its line."""

import numpy as np
import pytest

from binadd.trying.budget import MOST_PRINTED
from binadd.trying.mistakes import Mistake
from binadd.trying.written import FUNCTIONS, Written, ours
from tests.attempts import trial_of


def attempt(before, after):
    """A trial of our text with one change, and the line at which the change begins."""
    text = ours()
    assert text.count(before) == 1
    return trial_of(text.replace(before, after)), text[: text.index(before)].count("\n") + 1


FAULTS = {  # what is changed, into what, how many lines below that it fails, what is said
    "shapes of a product": (
        "w_xh=inputs.T @ d_hidden",
        "w_xh=inputs @ d_hidden",
        0,
        r"\(8, 2\) and \(8, 16\) cannot be multiplied\. \(ValueError: matmul: ",
    ),
    "shapes of a sum": (
        "- targets) ** 2",
        "- targets[1:]) ** 2",
        0,
        r"\(8,\) and \(7,\) cannot be subtracted\. \(ValueError: operands ",
    ),
    "shapes of a sum in place": (
        "d_hidden = d_hidden[:-1]  # (T, H)",
        "d_hidden += hidden[1:]",
        0,
        r"\(9, 16\) and \(8, 16\) cannot be added",
    ),
    "a name that is not there": (
        "outputs = sigmoid(hidden",
        "outputs = sigmod(hidden",
        0,
        "NameError: name 'sigmod' is not defined",
    ),
    "a division by zero": ("steps = len(inputs)\n", "steps = 1 // 0\n", 0, "ZeroDivisionError"),
    "an endless loop": (
        "    return Trace(",
        "    while True:\n        pass\n    return Trace(",
        1,
        "does not come to an end: more than 1,000,000 passes",
    ),
    "a loop that swallows its exceptions": (
        "    return Trace(",
        "    while True:\n        try:\n            x = 1 / 0\n        except Exception:\n"
        "            pass\n    return Trace(",
        1,
        "does not come to an end",
    ),
    "an endless comprehension": (
        "steps = len(inputs)\n",
        "steps = sum(1 for _ in iter(int, 1))\n",
        0,
        "does not come to an end",
    ),
    "a call of itself": (
        "    return Trace(",
        "    return forward(weights, inputs)\n    return Trace(",
        0,
        "calls itself without end",
    ),
    "a hog of memory": (
        "steps = len(inputs)\n",
        "steps = len(np.zeros((10**7, 10**7)))\n",
        0,
        r"not so much memory \(MemoryError: Unable to allocate",
    ),
    "no trace": ("return Trace(inputs, hidden, outputs)", "return None", 0, "a Trace, not None"),
    "outputs of another shape": (
        "sigmoid(hidden[1:] @ w_hy + b_y)\n    return",
        "sigmoid(hidden @ w_hy + b_y)\n    return",
        1,
        r"must have the shape \(8,\), not \(9,\)",
    ),
    "outputs that are no numbers": (
        "return Trace(inputs, hidden, outputs)",
        'return Trace(inputs, hidden, ["a"] * steps)',
        0,
        "The outputs that forward returns must be numbers, not something of type list",
    ),
    "a loss of many numbers": (
        "return float(0.5 * np.sum((trace.outputs - targets) ** 2))",
        "return (trace.outputs - targets) ** 2",
        0,
        r"loss must return one number, not the shape \(8,\)",
    ),
    "a gradient of another shape": (
        "w_hh=hidden[:-1].T @ d_hidden",
        "w_hh=d_hidden.T",
        0,
        r"w_hh must have the shape \(16, 16\), not \(16, 8\): that is what backward returns",
    ),
    "no gradient": (
        "    d_hidden = d_hidden[:-1]  # (T, H)\n    return Weights(",
        "    return d_hidden\n    Weights(",
        0,
        "must return Weights, not something of type ndarray",
    ),
    "weights that are no numbers": (
        "return Weights(w_xh, w_hh, w_hy, b_h=np.zeros(hidden)",
        "return Weights(w_xh, w_hh, w_hy, b_h=np.full(hidden, np.nan)",
        0,
        "b_h must hold finite numbers",
    ),
    "a training that yields something else": (
        "yield trace, weights",
        "yield weights",
        None,
        "must yield a trace",
    ),
    "a training that yields nothing": (
        "        yield trace, weights\n",
        "",
        None,
        "must yield what it computes",
    ),
    "a training that ends too soon": (
        "yield trace, weights",
        "yield trace, weights\n        return",
        None,
        "train ended after 1 sums of 300",
    ),
    "an end of the program": (
        "steps = len(inputs)\n",
        "raise SystemExit\n",
        0,
        "for its reader to do",
    ),
    "a text that is no Python": (
        "steps = len(inputs)\n",
        "steps = = 3\n",
        0,
        "cannot read this: invalid syntax",
    ),
    "a return outside of all": ("def loss(", "return 3\ndef loss(", 0, "'return' outside function"),
    "a module that is not there": (
        "def loss(",
        "import pandemonium\ndef loss(",
        0,
        "No module named",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_a_sentence_at_its_line(name):
    before, after, below, said = FAULTS[name]
    trial, line = attempt(before, after)
    at = trial.written.line_of("train") if below is None else line + below
    assert trial.mistake.line == at
    with pytest.raises(Mistake, match=said):
        raise trial.mistake
    assert str(trial.mistake).startswith(f"Line {at}: ")
    assert trial.weights is None


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_function_that_is_missing_or_none_is_named(name):
    missing = trial_of(ours().replace(f"def {name}(", f"def {name}_(")).mistake
    assert f"There is no function {name}; the network needs one." in str(missing)
    text = f"{ours()}\n{name} = 3\n"
    none = trial_of(text).mistake
    assert none.words == f"{name} must be a function, but is of type int."
    assert none.line == text.count("\n")


def test_parameters_that_are_missing_are_told_where_the_function_is_defined():
    trial, line = attempt("def loss(trace: Trace, targets: Array)", "def loss(trace)")
    assert trial.mistake.line == line
    assert "loss() takes 1 positional argument but 2 were given" in str(trial.mistake)


def test_what_runs_away_is_told_with_the_line_where_it_first_does():
    trial, line = attempt(
        "d_hidden[t] = blame * state * (1 - state)", "d_hidden[t] = blame * 1e200"
    )
    assert trial.mistake.line in (line, line - 1)
    assert "no longer finite after 2 sums" in str(trial.mistake)


def test_what_is_printed_is_kept_up_to_a_measure_and_the_rest_is_counted():
    trial, _ = attempt("    return Trace(", "    print('seen', steps)\n    return Trace(")
    assert trial.mistake is None
    kept, rest = trial.printed.split("…")
    assert kept.startswith("seen 8\nseen 8\n")
    assert len(kept) == MOST_PRINTED
    assert int(rest.split()[1].replace(",", "")) > 500


def test_what_is_printed_goes_nowhere_else(capsys):
    attempt("    return Trace(", "    print('seen')\n    return Trace(")
    assert capsys.readouterr() == ("", "")


def test_a_text_may_define_more_and_bring_its_own_names():
    more = (
        "import numpy as numbers\nfrom typing import NamedTuple\n\nclass Mine(NamedTuple): pass\n"
    )
    written = Written(f"{more}\n{ours()}")
    assert written["sigmoid"](0.0) == 0.5
    assert written.line_of("Mine") == 4


def test_the_counter_changes_no_line_number_and_no_docstring():
    written = Written(ours())
    assert written["sigmoid"].__closure__ is not None
    assert written._names["sigmoid"].__doc__.startswith("Return 1 / (1 + exp(-z))")


def test_ctrl_c_is_the_readers_own():
    written = Written(f"{ours()}\ndef sigmoid(z):\n    raise KeyboardInterrupt\n")
    with pytest.raises(KeyboardInterrupt):
        written["sigmoid"](np.zeros(2))
