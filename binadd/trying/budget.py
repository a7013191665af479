"""What functions that somebody else wrote may use for one sum: so many passes, so many words.

Passes are counted, not timed: what is stopped, and where, is the same on every machine. Counting is
written into the code before it is compiled, one call at the head of every loop and function.
"""

import ast
import io

MOST_PASSES = 1_000_000  # of loops and functions for one sum; the honest network takes some 40
MOST_PRINTED = 5_000  # characters that are kept of what is printed
TICK = "__tick__"  # what the counter is called in the code


class TooLong(BaseException):
    """Code that does not come to its end; no `except Exception` of its own may stop this."""


class Budget:
    """Counts the passes of one call."""

    def __init__(self) -> None:
        self._left = MOST_PASSES

    def renew(self) -> None:
        """Begin to count anew."""
        self._left = MOST_PASSES

    def tick(self) -> bool:
        """Count one pass; raises TooLong if there were too many."""
        self._left -= 1
        if self._left < 0:
            raise TooLong
        return True


class Printed(io.TextIOBase):
    """Takes what is printed, keeps the beginning, and counts the lines of the rest."""

    def __init__(self) -> None:
        self._kept: list[str] = []
        self._room = MOST_PRINTED
        self._lines_lost = 0

    def write(self, text: str) -> int:
        """Keep as much of a text as there is room for."""
        kept, lost = text[: self._room], text[self._room :]
        self._kept.append(kept)
        self._room -= len(kept)
        self._lines_lost += lost.count("\n")
        return len(text)

    @property
    def text(self) -> str:
        """What was kept, and how much is missing."""
        more = f"… and {self._lines_lost:,} lines more\n" if self._lines_lost else ""
        return "".join(self._kept) + more


class _Counting(ast.NodeTransformer):
    """Writes the counter into loops, functions and comprehensions; no line number changes."""

    def _with_tick(self, node: ast.AST) -> ast.AST:
        self.generic_visit(node)
        body: list[ast.stmt] = node.body  # type: ignore[attr-defined]
        after = 1 if isinstance(node, ast.FunctionDef) and ast.get_docstring(node) else 0
        at = body[min(after, len(body) - 1)]
        body.insert(after, ast.copy_location(ast.Expr(_call(at)), at))
        return node

    visit_For = visit_While = visit_FunctionDef = _with_tick  # noqa: N815

    def visit_comprehension(self, node: ast.comprehension) -> ast.comprehension:
        """Count each of its passes by a condition that is always true."""
        self.generic_visit(node)
        node.ifs.insert(0, _call(node.iter))
        return node

    def visit_Lambda(self, node: ast.Lambda) -> ast.Lambda:  # noqa: N802
        """Count each of its calls."""
        self.generic_visit(node)
        both = ast.BoolOp(ast.And(), [_call(node.body), node.body])
        node.body = ast.copy_location(both, node.body)
        return node


def _call(at: ast.AST) -> ast.expr:
    called = ast.Call(ast.Name(TICK, ast.Load()), [], [])
    return ast.fix_missing_locations(ast.copy_location(called, at))


def counted(tree: ast.Module) -> ast.Module:
    """Return the same code with the counter in it."""
    made: ast.Module = ast.fix_missing_locations(_Counting().visit(tree))
    return made
