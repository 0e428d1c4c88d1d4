"""Fault injection: what would be left behind if a cell failed here?

The cell runs in one fork for each place where it could fail: before a statement, or instead of a call. What is then
different from the beginning is what the failure left.
"""
import ast

from ._film import MARKERS, Watch, _copy, _fix, _Looking, _parse, _with_eyes

CALL = "\0residue: call here"
MOST_SITES = 80


class InjectedFailure(Exception):
    """Raised where the cell was to fail."""


class _Failing(_Looking):
    """Puts `CALL @ (site, function)` in the place of each called function, too."""

    # They do nothing that could fail.
    left_out = ast.Try, ast.TryStar, ast.Pass, ast.Global, ast.Nonlocal

    def __init__(self):
        super().__init__()
        self.calls = []

    def visit_Call(self, node):
        self.generic_visit(node)
        if isinstance(node.func, ast.Name) and node.func.id == "super":
            return node
        self.calls.append((node.lineno, ast.unparse(node.func)[:40]))
        number = ast.Constant(len(self.calls) - 1)
        node.func = _copy(ast.BinOp(ast.Constant(CALL), ast.MatMult(), ast.Tuple([number, node.func], ast.Load())), node.func)
        return node


def _program(source, file, statement, call):
    names = _Failing()
    tree = _parse(source, file)
    plain = _parse(source, file)
    tree = _fix(names.visit(tree))
    code = compile(tree, file, "exec", dont_inherit=True)
    # Where new classes are known, and before a block that will end: there the watch takes a look, too.
    looks = {node.lineno for node in ast.walk(plain) if isinstance(node, (ast.With, ast.AsyncWith))}
    looks |= {node.end_lineno + 1 for node in plain.body if isinstance(node, ast.ClassDef)}
    return _with_eyes(code, {**dict.fromkeys(MARKERS, statement), CALL: call}), names.calls, looks


class _Place:
    def __init__(self, seen):
        self.seen = seen

    def __matmul__(self, what):
        return self.seen(what)


def sites(main, source, file):
    """The places that a run passes, in order: {"line", "call"}, `call` the function's text or "". And a watch, which
    knows what the run leaves without any failure."""
    watch = Watch(main, source)
    passed = {}

    def statement(line):
        if line in looks:
            watch.look()
        passed.setdefault(("", line), None)

    def call(what):
        number, function = what
        line, text = calls[number]
        passed.setdefault((text, line), None)
        return function

    code, calls, looks = _program(source, file, _Place(statement), _Place(call))
    try:
        exec(code, main)
    except BaseException:
        pass
    watch.look()
    return [{"line": line, "call": text} for text, line in list(passed)[:MOST_SITES]], watch


class Trial:
    """A cell about to fail: prepared once, then forked for each place."""

    def __init__(self, main, source, file):
        self.main, self.watch = main, Watch(main, source)
        self.line, self.call, self.failed = 0, "", False
        self.code, self.calls, self.looks = _program(source, file, _Place(self._statement), _Place(self._call))

    def _fail(self):
        self.failed = True
        self.watch.line = self.line
        raise InjectedFailure(f"injected at line {self.line}")

    def _statement(self, at):
        if at in self.looks and not self.failed:
            self.watch.look()
        if not self.failed and not self.call and at == self.line:
            self._fail()

    def _call(self, what):
        number, function = what
        if not self.failed and self.call and self.calls[number] == (self.line, self.call):
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
