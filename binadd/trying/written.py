"""The functions of the network as somebody wrote them, each call of them guarded.

Whatever they do, what comes of it is a result or a `Mistake`: a sentence and a line.
"""

import ast
import contextlib
import inspect
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TextIO, cast

import numpy as np
from numpy.typing import ArrayLike, NDArray

from binadd import network
from binadd.network import Array, Trace, Weights, mean
from binadd.trying.budget import TICK, Budget, Printed, counted
from binadd.trying.mistakes import FILE, Mistake, from_exception, read

FUNCTIONS = ("sigmoid", "initial_weights", "forward", "loss", "backward", "descend", "train")
GIVEN = {  # what they may use without saying so
    **{"np": np, "Array": Array, "ArrayLike": ArrayLike, "NDArray": NDArray},
    **{"Iterable": Iterable, "Iterator": Iterator},
    **{"Trace": Trace, "Weights": Weights, "mean": mean},
}


def ours() -> str:
    """Return the text of our own functions, as they stand in network.py."""
    parts = [inspect.getsource(getattr(network, name)) for name in FUNCTIONS]
    return "\n\n".join(parts)


class Written:
    """All functions of a network, read from one text."""

    def __init__(self, text: str) -> None:
        """Raises Mistake if Python cannot read it, or if a function is missing or is none."""
        self.text = text
        self.tree = read(text)
        self.printed = Printed()
        self._lines: dict[Any, int] = {}
        self._budget = Budget()
        self._errors: dict[str, Any] = {"all": "ignore"}  # what NumPy does about numbers
        self._names: dict[str, Any] = {**GIVEN, "__name__": "yours", TICK: self._budget.tick}
        code = _compiled(text)
        self._guarded(lambda: exec(code, self._names), 0)
        for name in FUNCTIONS:
            self._check(name)

    def __getitem__(self, name: str) -> Callable[..., Any]:
        """Return a function that is guarded: it returns, or raises Mistake."""
        function, line = self._names[name], self.line_of(name)
        return lambda *given: self._guarded(lambda: function(*given), line)

    def each(self, *given: Any) -> Iterator[Any]:
        """Yield what `train` yields, each step of it guarded."""
        steps = self["train"](*given)
        line = self.line_of("train")
        if not isinstance(steps, Iterator):
            raise Mistake("train must yield what it computes, sum by sum.", line)
        nothing = object()
        while (step := self._guarded(lambda: next(steps, nothing), line)) is not nothing:
            yield step

    @contextlib.contextmanager
    def strict(self) -> Iterator[None]:
        """Within this a number that is not finite is a mistake, where it first comes to be."""
        before, self._errors = self._errors, {"all": "raise", "under": "ignore"}
        try:
            yield
        finally:
            self._errors = before

    def line_of(self, name: str) -> int:
        """Return the line at which a name is defined for the last time; 0 if it is not."""
        return self._once(name, "", _line_of)

    def line_of_result(self, name: str, part: str = "") -> int:
        """Return the line at which a function says what it returns, or a part of it by name."""
        return self._once(name, part, _line_of_result)

    def _once(self, name: str, part: str, find: Callable[[ast.Module, str, str], int]) -> int:
        """Find a line, and remember it: it is asked for at every sum."""
        key = (name, part, find)
        if key not in self._lines:
            self._lines[key] = find(self.tree, name, part)
        return self._lines[key]

    def _check(self, name: str) -> None:
        if name not in self._names:
            raise Mistake(f"There is no function {name}; the network needs one.")
        if not callable(self._names[name]):
            kind = type(self._names[name]).__name__
            raise Mistake(f"{name} must be a function, but is of type {kind}.", self.line_of(name))

    def _guarded(self, call: Callable[[], Any], line: int) -> Any:
        self._budget.renew()
        try:
            with (
                np.errstate(**self._errors),
                contextlib.redirect_stdout(cast(TextIO, self.printed)),
            ):
                return call()
        except (Mistake, KeyboardInterrupt):  # the reader's own Ctrl-C, not a mistake
            raise
        except BaseException as error:
            raise from_exception(error, self.tree, line) from error


def _compiled(text: str) -> Any:
    try:
        return compile(counted(ast.parse(text)), FILE, "exec")
    except (SyntaxError, ValueError, RecursionError) as error:  # such as `return` outside of all
        line = error.lineno or 0 if isinstance(error, SyntaxError) else 0
        said = error.msg if isinstance(error, SyntaxError) else error
        raise Mistake(f"Python cannot read this: {said}.", line) from error


def _line_of(tree: ast.Module, name: str, _part: str) -> int:
    lines = [each.lineno for each in tree.body if name in _defined(each)]
    return lines[-1] if lines else 0


def _line_of_result(tree: ast.Module, name: str, part: str) -> int:
    found = [each for each in tree.body if name in _defined(each)]
    inside = [node for each in found[-1:] for node in ast.walk(each)]
    keywords = [node for node in inside if isinstance(node, ast.keyword)]
    parts = [node.value.lineno for node in keywords if node.arg == part]
    returns = [node.lineno for node in inside if isinstance(node, ast.Return)]
    return (parts or returns or [_line_of(tree, name, part)])[-1]


def _defined(node: ast.stmt) -> set[str]:
    """Return the names that a statement at the outermost level gives to something."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.AsyncFunctionDef):
        return {node.name}
    names = (each for each in ast.walk(node) if isinstance(each, ast.Name))
    return {each.id for each in names if isinstance(each.ctx, ast.Store)}
