"""What is wrong with functions that somebody wrote: a sentence and the line it is about."""

import ast
import traceback
from types import FrameType, TracebackType
from typing import Any

from binadd.bits import shorten
from binadd.trying.budget import MOST_PASSES, TooLong

FILE = "<yours>"  # what Python calls the text that somebody wrote
DEEDS = {ast.Add: "added", ast.Sub: "subtracted", ast.Div: "divided"}
SIMPLE = (  # what can be worked out once more, for it changes nothing
    *(ast.Name, ast.Attribute, ast.Subscript, ast.Slice, ast.Constant, ast.Tuple),
    *(ast.BinOp, ast.UnaryOp, ast.operator, ast.unaryop, ast.expr_context),
)
LONGEST = 300  # characters of what Python says


class Mistake(ValueError):
    """Something that somebody wrote cannot be run."""

    def __init__(self, words: str, line: int = 0) -> None:
        super().__init__(f"Line {line}: {words}" if line else words)
        self.words = words
        self.line = line  # counted from 1; 0: it is about no line


def read(text: str) -> ast.Module:
    """Return the code that a text is; raises Mistake where Python cannot read it."""
    try:
        return ast.parse(text, FILE)
    except SyntaxError as error:
        raise Mistake(f"Python cannot read this: {error.msg}.", error.lineno or 0) from error
    except (
        ValueError,
        RecursionError,
        MemoryError,
    ) as error:  # a null byte, brackets by the thousand
        raise Mistake(f"Python cannot read this: {error}.") from error


def from_exception(error: BaseException, tree: ast.Module, otherwise: int) -> Mistake:
    """Put an error that was met in somebody's code into words.

    otherwise: the line to name where the error was met in no line of theirs
    """
    walk = traceback.walk_tb(error.__traceback__)
    lines = [line for frame, line in walk if frame.f_code.co_filename == FILE] or [otherwise]
    endless = isinstance(error, RecursionError)  # then the first call is the one to look at
    return Mistake(_words(error, tree), lines[0 if endless else -1])


def _words(error: BaseException, tree: ast.Module) -> str:
    said = shorten(str(error), LONGEST)
    if isinstance(error, TooLong):
        return f"This does not come to an end: more than {MOST_PASSES:,} passes for one sum."
    if isinstance(error, RecursionError):
        return "This calls itself without end (RecursionError)."
    if isinstance(error, MemoryError):
        return f"There is not so much memory (MemoryError{said and ': '}{said})."
    if isinstance(error, SystemExit):
        return "This ends the program (SystemExit), which is for its reader to do."
    shapes = _shapes(error.__traceback__, tree)
    python = f"{type(error).__name__}: {said}" if said else type(error).__name__
    return f"{shapes} ({python})" if shapes else f"{python}."


def _shapes(trace: TracebackType | None, tree: ast.Module) -> str:
    """Say which shapes did not go together, where that is what an operation failed for."""
    theirs = None
    while trace:
        theirs = trace if trace.tb_frame.f_code.co_filename == FILE else theirs
        trace = trace.tb_next
    return _shapes_at(theirs, tree) if theirs else ""


def _shapes_at(trace: TracebackType, tree: ast.Module) -> str:
    place = list(trace.tb_frame.f_code.co_positions())[trace.tb_lasti // 2]
    for node in ast.walk(tree):
        if isinstance(node, ast.BinOp | ast.AugAssign) and _place(node) == place:
            sides = (node.left, node.right) if isinstance(node, ast.BinOp) else _sides(node)
            shapes = [_shape(side, trace.tb_frame) for side in sides]
            if all(shapes):
                return f"{shapes[0]} and {shapes[1]} cannot be {_deed(node.op)}."
    return ""


def _place(node: ast.stmt | ast.expr) -> tuple[int | None, ...]:
    return node.lineno, node.end_lineno, node.col_offset, node.end_col_offset


def _sides(node: ast.AugAssign) -> tuple[ast.expr, ast.expr]:
    return node.target, node.value


def _deed(operator: ast.operator) -> str:
    return DEEDS.get(type(operator), "multiplied")


def _shape(side: ast.expr, frame: FrameType) -> str:
    """Return the shape of one side of an operation, or nothing if it is not known."""
    if not all(isinstance(node, SIMPLE) for node in ast.walk(side)):
        return ""
    try:
        value: Any = eval(ast.unparse(side), frame.f_globals, frame.f_locals)
    except Exception:  # then nothing is said of it
        return ""
    return str(value.shape) if hasattr(value, "shape") else ""
