"""The film: a cell runs again in a fork and is watched statement by statement.

Every statement of the cell gets a call before it. The call takes a fingerprint; what differs from the one before is
the work of the statement that ran in between. So a patch that is taken back is seen while it is there.
"""
import ast
import contextvars
import linecache
import sys
import types

from ._changes import NOTHING, PERMANENT, Story, changes
from ._snapshot import Snapshot
from ._tables import read
from ._verdicts import stale
from ._words import STATIC, entries, is_class, is_own

try:
    from _residue import clock as _clock
except ImportError:

    def _clock():
        """Any other Python has no clock but the one that the code may have replaced."""

# Fingerprints at most, and milliseconds that all of them together may take: one takes 2 to 5 ms in a browser, and in
# WebKit a third of a second. The time that the cell takes for itself, for an import say, is not ours to save.
MOST = 2000
WITHIN = 2000
# A statement's first turns are all watched; later ones only now and then.
FIRST = 6
# The reader may break what is in modules; what we hold is ours.
_parse, _fix, _copy = ast.parse, ast.fix_missing_locations, ast.copy_location
_getlines = linecache.getlines
_here = contextvars.ContextVar("residue: here")
OF_LOOPS = {("setting", "sys.asyncgen_hooks"), ("signal", "SIGINT")}
# Stand in the program for the eye, at module level and in functions.
MARKERS = "\0residue: look here", "\0residue: look here, inside"


def _running_loop():
    events = sys.modules.get("_asyncio") or sys.modules.get("asyncio.events")
    return events._get_running_loop() if events else None


class Finding:
    """One thing that a run changed, over the whole run."""

    __slots__ = "kind", "target", "before", "after", "line", "gone", "change"

    def __init__(self, change, line):
        self.kind, self.target = change.kind, change.target
        self.before, self.after = change.before, change.after
        self.line, self.gone, self.change = line, None, change

    @property
    def status(self):
        if self.before[0] == self.after[0] and (self.before is NOTHING) == (self.after is NOTHING):
            return "reverted"
        if self.kind in PERMANENT and not (self.kind == "codec" and self.target.startswith("codecs.register ")):
            return "permanent"
        return "left"


class Watch:
    """Follows a run; `findings` in the order in which they came."""

    def __init__(self, main, source, within=None):
        self.main, self.within = main, within or WITHIN
        read(source)
        self.first = self.last = Snapshot(main)
        self.story = Story(self.first, source)
        self.known = self.story.known
        self.line, self.inside = 1, False
        # What was seen of the context inside of functions, and at the top before.
        self.doubtful, self.context, self.stamp = [], {}, 0
        self._come_back(self.first)
        self.turns = {}
        self.looked, self.sampled, self.busy, self.begun = 0, False, False, False
        # Milliseconds that looking has taken.
        self.spent = 0

    def __matmul__(self, line):
        """A statement is about to run."""
        if self.busy:
            return
        turns = self.turns[line] = self.turns.get(line, 0) + 1
        if not self.begun:
            # Nothing has run since the first fingerprint.
            self.begun = True
        elif self.looked >= MOST or self.spent > self.within or turns > FIRST and turns & (turns - 1):
            self.sampled = True
        else:
            self.look()
        self.line = line

    def glance(self, place):
        """A statement of a function that an earlier cell has made is about to run. What it changes is the work of the
        statement that has called it."""
        if self.busy or not self.begun:
            return
        turns = self.turns[place] = self.turns.get(place, 0) + 1
        if self.looked >= MOST or self.spent > self.within or turns > FIRST:
            return
        inside, self.inside = self.inside, True
        self.look()
        self.inside = inside

    def look(self):
        self.busy = True
        began = _clock()
        try:
            now = Snapshot(self.main, self.last)
            self.looked += 1
            if self.inside and _running_loop() is not None:
                self._leave_out(now)
            self._come_back(now)
            self.story.inside = self.inside
            for change in changes(self.last, now, self.story):
                if self.inside and change.kind == "context":
                    self.doubtful.append((change, self.line))
                    continue
                self._note(change, self.line)
            self.last = now
        except RecursionError:
            # The cell is about to have one itself.
            self.sampled = True
        finally:
            self.busy = False
            if began is not None:
                self.spent += _clock() - began

    def _note(self, change, line):
        key = change.kind, change.target
        if change.after[1] == "filled" and change.kind == "phantom":
            self.known.pop(key, None)
            return
        finding = self.known.get(key)
        if finding is None:
            finding = self.known[key] = Finding(change, line)
        finding.after = change.after
        finding.gone = line if finding.status == "reverted" else None

    def _come_back(self, now):
        """Inside a function the context may be a copy. Only back at the top one can tell: there our stamp is then an
        old one, and what was seen of the context meanwhile was of the copy."""
        same = _here.get(0) == self.stamp
        self.stamp += 1
        _here.set(self.stamp)
        if self.inside:
            return
        if same:
            for change, line in self.doubtful:
                self._note(change, line)
        else:
            others = {key: row for key, row in self.last.rows.items() if key[0] != "context"}
            self.last.rows = others | self.context
        self.doubtful = []
        self.context = {key: row for key, row in now.rows.items() if key[0] == "context"}

    def _leave_out(self, now):
        """A running event loop has hooks of its own."""
        rows = {key: row for key, row in now.rows.items() if key not in OF_LOOPS}
        now.rows = rows | {key: row for key, row in self.last.rows.items() if key in OF_LOOPS}

    @property
    def findings(self):
        return list(self.known.values())


def film(main, source, file, statements=True, within=None):
    """Runs `source` in `main`, watched, or only compared with its beginning. Gives the watch; the cell's own exception
    is not ours to report."""
    glance = _Glance()
    if statements:
        _watch_earlier(main, glance)
    watch = glance.watch = Watch(main, source, within)
    try:
        program = watched(source, file, watch) if statements else compile(source, file, "exec", dont_inherit=True)
    except (SyntaxError, ValueError, RecursionError):
        return watch
    try:
        exec(program, main)
    except BaseException:
        pass
    watch.inside = False
    watch.look()
    for key in [key for key, finding in watch.known.items() if _is_closed_stack(finding)]:
        del watch.known[key]
    for change in stale(watch.first, watch.last):
        watch.known[change.kind, change.target] = Finding(change, watch.line)
    return watch


def _is_closed_stack(finding):
    """Whether a stack of managers was opened and closed, by its `with` as a rule: that is a variable like any other."""
    return finding.kind == "generator" and finding.before is finding.after is NOTHING and finding.change.after[1].endswith("to come")


def watched(source, file, watch):
    """The program with a look before each statement."""
    tree = _parse(source, file)
    _Looking().visit(tree)
    if tree.body and isinstance(tree.body[-1], ast.Expr):
        # A notebook shows the last value, and its `__repr__` is part of the run.
        last = tree.body[-1]
        shown = ast.BinOp(ast.Constant(MARKERS[0]), ast.MatMult(), ast.Tuple([last.value], ast.Load()))
        tree.body[-1] = _copy(ast.Expr(shown), last)
    _fix(tree)
    eyes = dict(zip(MARKERS, (_Eye(watch, False), _Eye(watch, True))))
    return _with_eyes(compile(tree, file, "exec", dont_inherit=True), eyes)


class _Eye:
    """What a marker stands for."""

    def __init__(self, watch, inside):
        self.watch, self.inside = watch, inside

    def __matmul__(self, seen):
        if type(seen) is int:
            self.watch.inside = self.inside
            self.watch @ seen
        elif seen[0] is not None:
            repr(seen[0])


class _Glance:
    """What a marker stands for in the functions of earlier cells."""

    watch = None

    def __matmul__(self, place):
        if self.watch is not None:
            self.watch.glance(place)


def _watch_earlier(main, glance):
    """Puts a look before the statements of the functions that earlier cells have made, as far as variables lead to them:
    a helper that patches and puts back does both within one statement of this cell."""
    programs = {}
    for function in _functions_of_cells(main):
        code = function.__code__
        try:
            if code.co_filename not in programs:
                programs[code.co_filename] = _pairs(code.co_filename, glance)
            function.__code__ = programs[code.co_filename].get(_key(code), code)
        except Exception:
            # It runs as it is, and is seen from outside.
            continue


def _functions_of_cells(main):
    found = list(dict.values(main))
    seen = set()
    for value in found:
        if id(value) in seen:
            continue
        seen.add(id(value))
        kind = type(value)
        if kind is types.FunctionType:
            found += [cell.cell_contents for cell in value.__closure__ or () if _is_filled(cell)]
            found.append(dict.get(value.__dict__, "__wrapped__"))
            if value.__code__.co_filename.startswith("<cell "):
                yield value
        elif id(kind) in STATIC or kind is types.MethodType:
            found.append(value.__func__)
        elif kind is property:
            found += [value.fget, value.fset, value.fdel]
        elif is_class(value) and is_own(value):
            found += [each for _, each in entries(value)]


def _is_filled(cell):
    try:
        return cell.cell_contents is not None
    except ValueError:
        return False


def _pairs(file, glance):
    """By key: the code of a cell's functions, with a look before each statement."""
    source = "".join(_getlines(file))
    tree = _fix(_Looking().visit(_parse(source, file)))
    looking = _with_eyes(compile(tree, file, "exec", dont_inherit=True), dict.fromkeys(MARKERS, glance))
    found = {}
    _pair(compile(source, file, "exec", dont_inherit=True), looking, found)
    return found


def _pair(plain, looking, found):
    codes = [[each for each in code.co_consts if type(each) is types.CodeType] for code in (plain, looking)]
    for one, other in zip(*codes):
        found[_key(one)] = other
        _pair(one, other, found)


def _key(code):
    return code.co_name, code.co_firstlineno, code.co_varnames, code.co_freevars, code.co_names


class _Looking(ast.NodeTransformer):
    """Puts `marker @ line` before each statement."""

    left_out = ()

    def __init__(self):
        self.marker = MARKERS[0]

    def generic_visit(self, node):
        marker = self.marker
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            self.marker = MARKERS[1]
        super().generic_visit(node)
        for part in "body", "orelse", "finalbody":
            statements = getattr(node, part, None)
            if statements and isinstance(statements, list) and isinstance(statements[0], ast.stmt):
                with_text = part == "body" and isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef))
                setattr(node, part, list(self._looking(statements, with_text)))
        self.marker = marker
        return node

    def _looking(self, statements, may_begin_with_text):
        for number, statement in enumerate(statements):
            is_text = isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant) and isinstance(statement.value.value, str)
            is_future = isinstance(statement, ast.ImportFrom) and statement.module == "__future__"
            if not (is_future or number == 0 and is_text and may_begin_with_text or isinstance(statement, self.left_out)):
                decorators = getattr(statement, "decorator_list", ())
                line = min([statement.lineno, *(decorator.lineno for decorator in decorators)])
                look = ast.Expr(ast.BinOp(ast.Constant(self.marker), ast.MatMult(), ast.Constant(line)))
                yield _fix(_copy(look, statement))
            yield statement


def _with_eyes(code, eyes):
    constants = []
    for constant in code.co_consts:
        if type(constant) is types.CodeType:
            constant = _with_eyes(constant, eyes)
        elif type(constant) is str:
            constant = eyes.get(constant, constant)
        constants.append(constant)
    return code.replace(co_consts=tuple(constants))
