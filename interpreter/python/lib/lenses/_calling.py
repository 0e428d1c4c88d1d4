"""Doing a call, and noting which frames are entered, in which order, and which of them an exception leaves.

Frames of the standard library are left out, unless they are layers of what is called: how a library does its work is
not the same in every interpreter.
"""

from sys import _getframe, monitoring, stdlib_module_names

from lenses._objects import MISSING, class_name, entry, is_a
from lenses._picture import NoPicture

MOST_FRAMES = 60
DEEPEST = 10
LONGEST_CHAIN = 8
# Tool identifiers of `sys.monitoring`, the least used ones first.
TOOLS = (4, 3, 5, 2, 1, 0)
# Frames of this package are not the reader's.
OWN_PACKAGE = __name__.partition(".")[0]

_cause = BaseException.__dict__["__cause__"].__get__
_context = BaseException.__dict__["__context__"].__get__
_traceback = BaseException.__dict__["__traceback__"].__get__
_suppresses = BaseException.__dict__["__suppress_context__"].__get__
_exceptions = BaseExceptionGroup.__dict__["exceptions"].__get__
_events = monitoring.events
_get_tool, _use_tool, _free_tool = monitoring.get_tool, monitoring.use_tool_id, monitoring.free_tool_id
_register, _set_events = monitoring.register_callback, monitoring.set_events


class Entered:
    """A frame that was entered, or several alike in a row."""

    def __init__(self, frame, depth, is_resumed):
        self.code, self.depth, self.is_resumed, self.times = frame.f_code, depth, is_resumed, 1
        self.identity, self.is_open, self.left_by, self.line = id(frame), True, None, None
        module = entry(frame.f_globals, "__name__")
        self.module = module if type(module) is str else ""
        self.is_library = is_library(module)

    def is_like(self, other):
        """Whether two entries look the same in the picture."""
        alike = self.code is other.code and self.depth == other.depth and self.is_resumed is other.is_resumed
        return alike and self.left_by is None and other.left_by is None


class Call:
    """What happened in a call: the frames that were entered, and the result or the exception."""

    def __init__(self, code, namespace, layers):
        self.code, self.layers = code, layers
        self.entered, self.is_cut = [], False
        self.result, self.raised = MISSING, None
        # What is open: an entry for each frame that is shown, and None for each that is not.
        self._open, self._depth = [], 0
        self._do(namespace)
        self.path = [] if self.raised is None else self.path_of(self.raised)
        self._close()
        self.entered = _merged(self.entered)

    def _do(self, namespace):
        """Do the call while the interpreter reports on frames, and have it stop reporting."""
        tool = next((number for number in TOOLS if _get_tool(number) is None), None)
        if tool is None:
            raise NoPicture("All tool identifiers of `sys.monitoring` are taken, and the picture needs one.")
        callbacks = {
            _events.PY_START: self._begin,
            _events.PY_RESUME: self._resume,
            _events.PY_THROW: self._resume,
            _events.PY_RETURN: self._end,
            _events.PY_YIELD: self._end,
            _events.PY_UNWIND: self._unwind,
        }
        _use_tool(tool, "lens")
        for event, callback in callbacks.items():
            _register(tool, event, callback)
        try:
            _set_events(tool, sum(callbacks))
            self.result = eval(self.code, namespace)
        except BaseException as error:
            self.raised = error
        finally:
            _set_events(tool, 0)
            for event in callbacks:
                _register(tool, event, None)
            _free_tool(tool)

    def _begin(self, code, _):
        self._enter(_getframe(1), False)

    def _resume(self, code, *_):
        self._enter(_getframe(1), True)

    def _enter(self, frame, is_resumed):
        if self._depth >= DEEPEST or len(self.entered) >= MOST_FRAMES:
            self._open.append(None)
            self.is_cut = True
        elif not self._is_shown(frame):
            self._open.append(None)
        else:
            self.entered.append(Entered(frame, self._depth, is_resumed))
            self._open.append(self.entered[-1])
            self._depth += 1

    def _end(self, code, *_):
        left = self._open.pop() if self._open else None
        if left:
            self._depth -= 1
            left.is_open = False
        return left

    def _unwind(self, code, _, error):
        left = self._end(code)
        if left:
            frame, place = _getframe(1), _traceback(error)
            left.left_by = class_name(type(error))
            left.line = place.tb_lineno if place and place.tb_frame is frame else frame.f_lineno

    def _close(self):
        """Complete the entries that are still open: at the recursion limit, the interpreter may fail to report."""
        for frame, line in self.path:
            for each in self.entered:
                if each.is_open and each.identity == id(frame):
                    each.left_by, each.line = class_name(type(self.raised)), line

    def _is_shown(self, frame):
        if frame.f_code is self.code:
            return False
        if any(frame.f_code is layer for layer in self.layers):
            return True
        return not is_library(entry(frame.f_globals, "__name__"))

    def path_of(self, error):
        """The frames that an exception left, from where it was raised outwards: pairs of a frame and a line."""
        path, place = [], _traceback(error)
        while place is not None:
            path.append((place.tb_frame, place.tb_lineno))
            place = place.tb_next
        start = next((index + 1 for index, (frame, _) in enumerate(path) if frame.f_code is self.code), 0)
        return [pair for pair in reversed(path[start:]) if self._is_shown(pair[0])]


def is_library(module):
    """Whether a module's name is one of the standard library, or of this package."""
    package = module.partition(".")[0] if type(module) is str else ""
    return package == OWN_PACKAGE or package in stdlib_module_names


def has_traceback(error):
    """Whether an exception has been raised, as far as it still shows."""
    return _traceback(error) is not None


def chain_of(error):
    """The exceptions that belong to one: triples of a depth, the way in which each belongs, and the exception."""
    chain, seen = [], {id(error)}

    def visit(each, depth):
        hidden = ", not shown" if _suppresses(each) else ""
        related = [("its __cause__", _cause(each)), (f"its __context__{hidden}", _context(each))]
        if is_a(each, BaseExceptionGroup):
            related += [("in the group", inner) for inner in _exceptions(each)]
        for way, other in related:
            if other is not None and id(other) not in seen and len(chain) < LONGEST_CHAIN:
                seen.add(id(other))
                chain.append((depth, way, other))
                visit(other, depth + 1)

    visit(error, 1)
    return chain


def _merged(entered):
    """The entries, where one stands for several alike that follow each other, with nothing entered from them."""
    merged = []
    for each, following in zip(entered, [*entered[1:], None]):
        is_leaf = following is None or following.depth <= each.depth
        if merged and is_leaf and each.is_like(merged[-1]):
            merged[-1].times += 1
        else:
            merged.append(each)
    return merged
