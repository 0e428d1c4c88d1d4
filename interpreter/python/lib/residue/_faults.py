"""Fault injection: what would be left behind if a cell failed here?

The cell runs in one fork for each place where it could fail: before a statement, or instead of a call. What is then
different from the beginning is what the failure left.
"""

import ast

from ._film import Watch
from ._marked import FUNCTIONS, TOP, MarkStatements, code_with, marked_source

# The marker before each called function.
CALL = "\0residue: a call"
MOST_SITES = 200
# Letters of a called function's text.
LONGEST_CALL = 40
# Expressions that can't fail and have no effect.
_PLAIN = ast.Constant, ast.Name, ast.Lambda
_parse, _copy = ast.parse, ast.copy_location


class InjectedFailure(Exception):
    """Raised where the cell was to fail."""


class _MarkCalls(MarkStatements):
    """Puts a marker before each statement, and `CALL @ (number of the call, function)` in the place of each called
    function."""

    # These do nothing that could fail.
    left_out = ast.Try, ast.TryStar, ast.Pass, ast.Global, ast.Nonlocal

    def __init__(self):
        super().__init__()
        # The (line, text) of each call, by its number.
        self.calls = []
        # For the calls with which a statement begins, by (line, text): the statement's line.
        self.begins = {}
        # The lines on which a statement begins.
        self.lines = set()

    def visit(self, node):
        if isinstance(node, ast.stmt) and not isinstance(node, self.left_out) and node.lineno not in self.lines:
            self.lines.add(node.lineno)
            call = _first_call(_first_expression(node))
            if call is not None:
                self.begins.setdefault((call.lineno, call.func.id), node.lineno)
        return super().visit(node)

    def visit_Call(self, node):
        self.generic_visit(node)
        if isinstance(node.func, ast.Name) and node.func.id == "super":
            return node
        self.calls.append((node.lineno, ast.unparse(node.func)[:LONGEST_CALL]))
        number = ast.Constant(len(self.calls) - 1)
        node.func = _copy(
            ast.BinOp(ast.Constant(CALL), ast.MatMult(), ast.Tuple([number, node.func], ast.Load())), node.func
        )
        return node


def _first_expression(statement):
    """The expression that a statement evaluates before it does anything else, for statements where that is certain."""
    match statement:
        case ast.Expr() | ast.Assign() | ast.Return():
            return statement.value
        case ast.AugAssign(target=ast.Name()):
            return statement.value
        case ast.If() | ast.While() | ast.Assert():
            return statement.test
        case ast.For():
            return statement.iter
        case ast.With():
            return statement.items[0].context_expr


def _first_call(expression):
    """The call that is made before anything else of an expression can have an effect, if there is one."""
    match expression:
        case ast.Call(func=ast.Name()):
            rest = [*expression.args, *(keyword.value for keyword in expression.keywords)]
            first = next((each for each in rest if not isinstance(each, _PLAIN)), None)
            return expression if first is None else _first_call(first)
        case ast.GeneratorExp() | ast.ListComp() | ast.SetComp():
            return _first_call(expression.generators[0].iter)
        case ast.BinOp():
            return _first_call(expression.right if isinstance(expression.left, _PLAIN) else expression.left)
        case ast.UnaryOp(operand=first) | ast.Await(value=first) | ast.Starred(value=first):
            return _first_call(first)


def _program(source, file, statement, call):
    """The cell's code, in which `statement` and `call` stand for the markers; what the marking has found; and the
    lines where the watch takes a look, too: where new classes are known, and before a block that will end."""
    marking = _MarkCalls()
    code = compile(marked_source(source, file, marking), file, "exec", dont_inherit=True)
    plain = _parse(source, file)
    looks = {node.lineno for node in ast.walk(plain) if isinstance(node, (ast.With, ast.AsyncWith))}
    looks |= {node.end_lineno + 1 for node in plain.body if isinstance(node, ast.ClassDef)}
    return code_with({TOP: statement, FUNCTIONS: statement, CALL: call}, code), marking, looks


class _Marker:
    """What a marker stands for. `answer` is called with what the marker is put before, and gives what replaces it."""

    def __init__(self, answer):
        self.answer = answer

    def __matmul__(self, what):
        return self.answer(what)


def sites(main, source, file, since=None):
    """The places that a run passes, in order, as {"line", "call", "as"}: `call` is the called function's text, or
    "" for a statement; `as` is the line of the statement that begins with the call, for the same has happened when
    either fails. And a watch, which knows what the run leaves without any failure. If `since` is a line, the run counts
    from there on: what has happened before is not its work, and the places that it passed before are left out. Of very
    many places only the first are given; the number of the others comes second."""
    watch = Watch(main, source)
    passed = {}
    counts = since is None

    def statement(line):
        nonlocal watch, counts
        if not counts and line >= since:
            watch, counts = Watch(main, source), True
        if line in looks:
            watch.look()
        if counts:
            passed.setdefault(("", line), None)

    def call(what):
        number, function = what
        line, text = marking.calls[number]
        if counts:
            passed.setdefault((text, line), None)
        return function

    code, marking, looks = _program(source, file, _Marker(statement), _Marker(call))
    try:
        exec(code, main)
    except BaseException:
        pass
    watch.look()
    found = [
        {"line": line, "call": text, "as": marking.begins.get((line, text))} for text, line in list(passed)[:MOST_SITES]
    ]
    return found, len(passed) - len(found), watch


class Trial:
    """A cell about to fail: prepared once, then forked for each place."""

    def __init__(self, main, source, file, since=None):
        self.main, self.source, self.watch = main, source, Watch(main, source)
        # The line from which on the run counts, until it has come there.
        self.since = since
        self.line, self.call, self.failed = 0, "", False
        self.code, marking, self.looks = _program(source, file, _Marker(self._statement), _Marker(self._call))
        self.calls = marking.calls

    def _fail(self):
        self.failed = True
        self.watch.line = self.line
        raise InjectedFailure(f"injected at line {self.line}")

    def _statement(self, at):
        if self.since is not None and at >= self.since:
            self.watch, self.since = Watch(self.main, self.source), None
        if at in self.looks and not self.failed:
            self.watch.look()
        if self.since is None and not self.failed and not self.call and at == self.line:
            self._fail()

    def _call(self, what):
        number, function = what
        if self.since is None and not self.failed and self.call and self.calls[number] == (self.line, self.call):
            self._fail()
        return function

    def fail(self, line, call):
        """Runs the cell and fails there. Gives the watch, and whether the cell took the failure for its own."""
        self.line, self.call = line, call
        handled = True
        try:
            exec(self.code, self.main)
        except BaseException as error:
            handled = not isinstance(error, InjectedFailure)
        self.watch.look()
        return self.watch, handled
