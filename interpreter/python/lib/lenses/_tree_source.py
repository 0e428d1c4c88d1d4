"""Source text, and where the nodes of its AST are in it."""

import ast
from ast import dump, parse, unparse
from re import compile as pattern
from textwrap import dedent

from lenses._picture import NoPicture

_line_end = pattern(r"\r\n|\r|\n")


def tidied(text):
    """A source text without the blank space and the indentation around it."""
    return dedent(text).strip() if text[:1].isspace() else text.rstrip()


def parsed(source, mode="exec"):
    """The AST of a source text. Raises `NoPicture` if there is none."""
    try:
        tree = parse(source, mode=mode)
    except SyntaxError as error:
        where = f"in line {error.lineno}" if type(error.lineno) is int else "somewhere"
        raise NoPicture(f"This is no Python, there is an error {where}: {error.msg}.") from None
    except (ValueError, RecursionError, MemoryError) as error:
        raise NoPicture(f"This can't be parsed: {type(error).__name__}.") from None
    if isinstance(tree, ast.Module) and not tree.body:
        raise NoPicture("There is no statement in this.")
    return tree


def parses(source, mode="exec"):
    """Whether a text is the source of something."""
    try:
        return bool(parsed(source, mode))
    except NoPicture:
        return False


def unwrapped(tree):
    """The part of an AST that matters: the only statement of a module, and the expression that is a statement."""
    if isinstance(tree, ast.Module) and len(tree.body) == 1:
        tree = tree.body[0]
    if isinstance(tree, ast.Expression):
        return tree.body
    return tree.value if isinstance(tree, ast.Expr) else tree


class Source:
    """A text in which a place of an AST, a line and a column in bytes, is found as the index of a character."""

    def __init__(self, text):
        self.text = text
        self.starts = [0, *(end.end() for end in _line_end.finditer(text))]

    def span(self, place):
        """The index of a place's first character, and of the one after its last. None if it isn't in this text."""
        if place is None or not 0 < place[0] <= place[2] <= len(self.starts):
            return None
        start, end = self._index(*place[:2]), self._index(*place[2:])
        return (start, end) if start <= end else None

    def _index(self, line, column):
        start = self.starts[line - 1]
        end = self.starts[line] if line < len(self.starts) else len(self.text)
        before = self.text[start:end].encode("utf-8", "surrogatepass")[:column]
        return start + len(before.decode("utf-8", "ignore"))


def source_of(tree):
    """The source text that an AST stands for, and the AST of that text, which has its shape; None and None without."""
    try:
        text = unparse(tree)
        fresh = parse(text, mode="eval" if isinstance(tree, ast.Expression) else "exec")
        fresh = fresh if isinstance(tree, ast.mod) else fresh.body[0]
        fresh = fresh.value if isinstance(tree, ast.expr) else fresh
        return (text, fresh) if dump(fresh) == dump(tree) else (None, None)
    except Exception:
        return None, None
