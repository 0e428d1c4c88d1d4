"""The film: a cell runs again in a fork and is watched statement by statement.

1. The cell's program gets a marker before each statement (`_marked.py`), and so do the functions of earlier cells.
2. At a marker a fingerprint is taken. What differs from the one before is the work of the statement that ran in
   between. So a patch that is taken back is seen while it is there.
3. The changes are added up to findings, each with the line that began it and the line that put it back.

Loops are sampled, and once looking has taken too long nothing more is looked at until the end.
"""

import linecache
import sys
import types

from ._changes import Story, changes
from ._marked import FUNCTIONS, TOP, code_with, marked_program, marked_source
from ._snapshot import Snapshot
from ._words import STATIC, entries, is_class, is_own
from .kinds import IN_CONTEXT, OF_EVENT_LOOPS
from .kinds.settings import last_look
from .kinds.tables import read_cells

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
_getlines = linecache.getlines


def _running_loop():
    events = sys.modules.get("_asyncio") or sys.modules.get("asyncio.events")
    return events._get_running_loop() if events else None


class Watch:
    """Follows a run; `findings` in the order in which they came."""

    def __init__(self, main, source, within=None):
        self.main, self.within = main, within or WITHIN
        read_cells(source)
        self.first = self.last = Snapshot(main)
        self.story = Story(self.first, source)
        # The line of the statement that runs, and whether a function is at work.
        self.line, self.is_inside = 1, False
        # Context variables: the rows at the last look from the top level; the changes that were seen from inside of
        # functions since then, with their lines; and the number of the last look.
        self.context, self.changes_inside, self.number = {}, [], 0
        self._settle_context(self.first)
        # How often each statement was about to run.
        self.turns = {}
        self.looked, self.sampled, self.is_looking, self.has_begun = 0, False, False, False
        # Milliseconds that looking has taken.
        self.spent = 0

    def before_statement(self, line):
        """A statement of the cell is about to run."""
        if self.is_looking:
            return
        turns = self.turns[line] = self.turns.get(line, 0) + 1
        if not self.has_begun:
            # Nothing has run since the first fingerprint.
            self.has_begun = True
        elif self.looked >= MOST or self.spent > self.within or turns > FIRST and turns & (turns - 1):
            self.sampled = True
        else:
            self.look()
        self.line = line

    def before_statement_of_earlier_cell(self, place):
        """A statement of a function that an earlier cell has made is about to run. What it changes is the work of this
        cell's statement that has called it."""
        if self.is_looking or not self.has_begun:
            return
        turns = self.turns[place] = self.turns.get(place, 0) + 1
        if self.looked >= MOST or self.spent > self.within or turns > FIRST:
            return
        is_inside, self.is_inside = self.is_inside, True
        self.look()
        self.is_inside = is_inside

    def look(self):
        """Takes a fingerprint. What is different is the work of the statement that ran."""
        self.is_looking = True
        began = _clock()
        try:
            now = Snapshot(self.main, self.last)
            self.looked += 1
            if self.is_inside and _running_loop() is not None:
                self._leave_out_event_loop(now)
            self._settle_context(now)
            self.story.is_inside = self.is_inside
            for change in changes(self.last, now, self.story):
                if self.is_inside and change.kind.in_context:
                    self.changes_inside.append((change, self.line))
                else:
                    self.story.add(change, self.line)
            self.last = now
        except RecursionError:
            # The cell is about to have one itself.
            self.sampled = True
        finally:
            self.is_looking = False
            if began is not None:
                self.spent += _clock() - began

    def _settle_context(self, now):
        """A function may run in a copy of the context: what it sets is gone when it returns. So each look leaves
        its number in the context that it finds. If a look from the top level finds the number of the last one
        there, all looks since the last return to the top were of this very context, and the changes that they saw
        are real. If it finds an older one, the last look was of a copy, and the changes are dropped."""
        is_same = last_look.get(0) == self.number
        self.number += 1
        last_look.set(self.number)
        if self.is_inside:
            return
        if is_same:
            for change, line in self.changes_inside:
                self.story.add(change, line)
        else:
            others = {key: row for key, row in self.last.rows.items() if key[0] not in IN_CONTEXT}
            self.last.rows = others | self.context
        self.changes_inside = []
        self.context = {key: row for key, row in now.rows.items() if key[0] in IN_CONTEXT}

    def _leave_out_event_loop(self, now):
        """Leaves the rows that a running event loop changes for itself as they were."""
        rows = {key: row for key, row in now.rows.items() if key not in OF_EVENT_LOOPS}
        now.rows = rows | {key: row for key, row in self.last.rows.items() if key in OF_EVENT_LOOPS}

    @property
    def findings(self):
        return list(self.story.known.values())


class _OwnMarker:
    """What a marker stands for in the cell's own program, at the top level or in functions: `marker @ line` before
    a statement, `marker @ (value,)` around the last expression."""

    def __init__(self, watch, is_inside):
        self.watch, self.is_inside = watch, is_inside

    def __matmul__(self, what):
        if type(what) is int:
            self.watch.is_inside = self.is_inside
            self.watch.before_statement(what)
        elif what[0] is not None:
            # A notebook shows the last value, and its `__repr__` is part of the run.
            repr(what[0])


class _EarlierMarker:
    """What a marker stands for in the functions of earlier cells; it does nothing until it is given the watch."""

    watch = None

    def __matmul__(self, line):
        if self.watch is not None:
            self.watch.before_statement_of_earlier_cell(line)


def film(main, source, file, statements=True, within=None):
    """Runs `source` in `main`, watched, or only compared with its beginning. Gives the watch; the cell's own exception
    is not ours to report."""
    marker = _EarlierMarker()
    if statements:
        _mark_earlier_cells(main, marker)
    watch = marker.watch = Watch(main, source, within)
    try:
        if statements:
            own = {TOP: _OwnMarker(watch, False), FUNCTIONS: _OwnMarker(watch, True)}
            program = code_with(own, compile(marked_program(source, file), file, "exec", dont_inherit=True))
        else:
            program = compile(source, file, "exec", dont_inherit=True)
    except RecursionError:
        # It is nested too deeply for the markers, which go one level deeper than Python's own compiler.
        watch.sampled = True
        program = _unmarked(source, file)
    except (SyntaxError, ValueError):
        program = None
    if program is None:
        return watch
    try:
        exec(program, main)
    except BaseException:
        pass
    watch.is_inside = False
    watch.look()
    watch.story.drop_what_has_passed()
    watch.story.add_what_is_seen_at_the_end(watch.last, watch.line)
    return watch


def _unmarked(source, file):
    """The program as it is; None if it does not compile."""
    try:
        return compile(source, file, "exec", dont_inherit=True)
    except (SyntaxError, ValueError, RecursionError):
        return None


def _mark_earlier_cells(main, marker):
    """Puts a marker before the statements of the functions that earlier cells have made, as far as variables lead
    to them: a helper that patches and puts back does both within one statement of this cell."""
    programs = {}
    for function in _functions_of_cells(main):
        code = function.__code__
        try:
            if code.co_filename not in programs:
                programs[code.co_filename] = _marked_functions(code.co_filename, marker)
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


def _marked_functions(file, marker):
    """The code of a cell's functions with a marker before each statement, by the key of the code without."""
    source = "".join(_getlines(file))
    plain, marked = (
        compile(program, file, "exec", dont_inherit=True) for program in (source, marked_source(source, file))
    )
    found = {}
    _pair(plain, code_with({TOP: marker, FUNCTIONS: marker}, marked), found)
    return found


def _pair(plain, marked, found):
    codes = [[each for each in code.co_consts if type(each) is types.CodeType] for code in (plain, marked)]
    for one, other in zip(*codes):
        found[_key(one)] = other
        _pair(one, other, found)


def _key(code):
    return code.co_name, code.co_firstlineno, code.co_varnames, code.co_freevars, code.co_names
