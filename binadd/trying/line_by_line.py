"""The values of every line of the functions, while one sum is added, blamed for, and learnt from.

The functions are run as they stand: what a line gives to a name is noted on its way there, and in
which pass of a loop that was. Products also tell the shapes of both sides.
"""

import ast
from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np

from binadd.network import Array, Trace, Weights
from binadd.settings import Settings
from binadd.trying.written import FUNCTIONS, GIVEN, ours

NOTE, PASS, PRODUCT = "__note__", "__pass__", "__product__"  # what is written into the code
OUTSIDE = -1  # of all loops


class Note(NamedTuple):
    """What one line has computed."""

    line: int  # of our text, from 1
    step: int  # the pass of the loop: its t; OUTSIDE of loops
    name: str  # what it is given to, as it is written there
    value: Array  # of any shape


class Product(NamedTuple):
    """The shapes of both sides of a product."""

    line: int
    column: int  # where the product begins, from 0
    left: tuple[int, ...]
    right: tuple[int, ...]


class Reading(NamedTuple):
    """All notes in the order of their making; of several of one line, name and step the last."""

    notes: tuple[Note, ...]
    products: tuple[Product, ...]


def read(
    weights: Weights, inputs: Array, targets: Array, settings: Settings, text: str | None = None
) -> Reading:
    """Add one sum, and learn from it once; the weights that were drawn first are noted too.

    inputs, targets: (T, 2) and (T,)
    """
    recorder = _Recorder()
    names = _names(text or ours(), recorder)
    names["initial_weights"](np.random.RandomState(settings.seed), settings.hidden)
    examples = [(inputs, targets)]
    (step,) = names["train"](weights, examples, settings.alpha, settings.biases, 1)
    trace: Trace = step[0]
    names["loss"](trace, targets)
    return Reading(tuple(recorder.notes.values()), tuple(recorder.products.values()))


class _Recorder:
    def __init__(self) -> None:
        self.notes: dict[tuple[int, int, str], Note] = {}
        self.products: dict[tuple[int, int], Product] = {}
        self._step = OUTSIDE

    def note(self, line: int, names: str, value: Any) -> Any:
        """Keep a value, or the parts of one that is taken apart; return it."""
        parts = names.split(", ")
        for name, part in zip(parts, value if len(parts) > 1 else (value,), strict=True):
            if isinstance(part, np.ndarray | np.floating | float | int):
                copy = np.array(part, dtype=np.float64)
                self.notes[line, self._step, name] = Note(line, self._step, name, copy)
        return value

    def go_to(self, step: int = OUTSIDE) -> None:
        self._step = int(step)

    def multiply(self, line: int, column: int, left: Array, right: Array) -> Array:
        shapes = np.shape(left), np.shape(right)
        self.products[line, column] = Product(line, column, *shapes)
        return left @ right


def _names(text: str, recorder: _Recorder) -> dict[str, Any]:
    """Run the text with the recorder written into it; return all that it defines."""
    tree = ast.fix_missing_locations(_Noting().visit(ast.parse(text)))
    hands = {NOTE: recorder.note, PASS: recorder.go_to, PRODUCT: recorder.multiply}
    names: dict[str, Any] = {**GIVEN, **hands}
    exec(compile(tree, "network", "exec"), names)
    return names


class _Noting(ast.NodeTransformer):
    """Writes the recorder into assignments, results, loops and products."""

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:  # noqa: N802
        """Leave alone what is no function of the network."""
        if node.name in FUNCTIONS:
            self.generic_visit(node)
        return node

    def visit_Assign(self, node: ast.Assign) -> ast.Assign:  # noqa: N802
        """Note what is given to a name."""
        value, target = self.visit(node.value), node.targets[0]
        names = ", ".join(ast.unparse(each) for each in _targets(target))
        node.value = _call(NOTE, node.value, _constant(node.lineno), _constant(names), value)
        return node

    def visit_Return(self, node: ast.Return) -> ast.Return:  # noqa: N802
        """Note a result: part by part, where its parts stand in lines of their own."""
        given = node.value
        if isinstance(given, ast.Call) and given.keywords:
            for part in given.keywords:
                noted = self._noted(part.value, part.arg or "")
                part.value = noted if part.value.lineno > node.lineno else self.visit(part.value)
        elif given is not None:
            node.value = self._noted(given, "return")
        return node

    def visit_For(self, node: ast.For) -> list[ast.stmt]:  # noqa: N802
        """Say which pass it is; a loop over anything but t has none."""
        self.generic_visit(node)
        if not (isinstance(node.target, ast.Name) and node.target.id == "t"):
            return [node]
        step = ast.Name("t", ast.Load())
        node.body.insert(0, ast.Expr(_call(PASS, node, step)))
        after = ast.Expr(_call(PASS, node))
        return [node, after]

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:  # noqa: N802
        """Note the shapes of both sides of a product of arrays."""
        self.generic_visit(node)
        if not isinstance(node.op, ast.MatMult):
            return node
        place = _constant(node.lineno), _constant(node.col_offset)
        return _call(PRODUCT, node, *place, node.left, node.right)

    def _noted(self, value: ast.expr, name: str) -> ast.expr:
        line = _constant(value.lineno)
        return _call(NOTE, value, line, _constant(name), self.visit(value))


def _targets(target: ast.expr) -> Iterator[ast.expr]:
    yield from target.elts if isinstance(target, ast.Tuple) else [target]


def _constant(value: int | str) -> ast.expr:
    return ast.Constant(value)


def _call(name: str, at: ast.AST, *given: ast.expr) -> ast.expr:
    called = ast.Call(ast.Name(name, ast.Load()), list(given), [])
    return ast.fix_missing_locations(ast.copy_location(called, at))
