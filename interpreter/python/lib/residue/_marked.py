"""Programs with markers: before each statement stands `marker @ line`, and whoever runs the program says what a marker
is.

A marker is a constant of the program, so that no name of the reader's can hide it.
"""

import ast
import types

# The constants that are markers, at the top level and in functions.
TOP, FUNCTIONS = "\0residue: a statement", "\0residue: a statement of a function"

# The reader may break what is in modules; what we hold is ours.
_parse, _fix, _copy = ast.parse, ast.fix_missing_locations, ast.copy_location


def marked_program(source, file):
    """The tree of a cell, with a marker before each statement and `marker @ (value,)` around the expression that it
    ends with."""
    tree = MarkStatements().visit(_parse(source, file))
    if tree.body and isinstance(tree.body[-1], ast.Expr):
        last = tree.body[-1]
        shown = ast.BinOp(ast.Constant(TOP), ast.MatMult(), ast.Tuple([last.value], ast.Load()))
        tree.body[-1] = _copy(ast.Expr(shown), last)
    return _fix(tree)


def marked_source(source, file, marking=None):
    """The tree of a source, with a marker before each statement."""
    return _fix((marking or MarkStatements()).visit(_parse(source, file)))


class MarkStatements(ast.NodeTransformer):
    """Puts `marker @ line` before each statement."""

    # Statements that get no marker.
    left_out = ()

    def __init__(self):
        self.marker = TOP

    def generic_visit(self, node):
        marker = self.marker
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            self.marker = FUNCTIONS
        super().generic_visit(node)
        for part in "body", "orelse", "finalbody":
            statements = getattr(node, part, None)
            if statements and isinstance(statements, list) and isinstance(statements[0], ast.stmt):
                may_begin_with_text = part == "body" and isinstance(
                    node, (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
                )
                setattr(node, part, list(self._marked(statements, may_begin_with_text)))
        self.marker = marker
        return node

    def _marked(self, statements, may_begin_with_text):
        for number, statement in enumerate(statements):
            is_text = (
                isinstance(statement, ast.Expr)
                and isinstance(statement.value, ast.Constant)
                and isinstance(statement.value.value, str)
            )
            is_future = isinstance(statement, ast.ImportFrom) and statement.module == "__future__"
            if not (
                is_future or number == 0 and is_text and may_begin_with_text or isinstance(statement, self.left_out)
            ):
                decorators = getattr(statement, "decorator_list", ())
                line = min([statement.lineno, *(decorator.lineno for decorator in decorators)])
                look = ast.Expr(ast.BinOp(ast.Constant(self.marker), ast.MatMult(), ast.Constant(line)))
                yield _fix(_copy(look, statement))
            yield statement


def code_with(markers, code):
    """The code with what its markers stand for in their places."""
    constants = []
    for constant in code.co_consts:
        if type(constant) is types.CodeType:
            constant = code_with(markers, constant)
        elif type(constant) is str:
            constant = markers.get(constant, constant)
        constants.append(constant)
    return code.replace(co_consts=tuple(constants))
