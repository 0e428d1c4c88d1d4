"""Rows for what variables of the reader's hold: caches, generic functions, generators and blocks that wait for their end."""
import ast
import linecache
import sys
import types
from collections import defaultdict, deque
from functools import lru_cache, singledispatchmethod

from ._tables import phantoms
from ._words import (
    count, entries, exact, ids, is_class, is_module, is_own, module_names, module_of, name_of, names_of, text, tried,
)

BUILTINS = frozenset(vars(__import__("builtins")))
# What can wait in the middle of its work, and how its attributes begin.
SUSPENDABLE = {id(types.GeneratorType): "gi_", id(types.CoroutineType): "cr_", id(types.AsyncGeneratorType): "ag_"}
_lru = type(lru_cache(lambda: None))
_functions = types.FunctionType
_OF_CLASSES = ids(_lru, singledispatchmethod)


def variables(ask, main, snapshot):
    """Asks for what variables of `__main__` hold: caches, generic functions, generators, defaultdicts."""
    found = [(name, value) for name, value in dict.items(main) if type(name) is str]
    counted = set()
    for name, value in found:
        if is_class(value):
            if is_own(value) and id(value) not in counted:
                counted.add(id(value))
                found += [(f"{name}.{key}", each) for key, each in entries(value) if id(type(each)) in _OF_CLASSES]
        if name in BUILTINS or id(type(value)) not in _DULL:
            ask(("variable", name), _variable, name, value, main, snapshot, counted)


# What most variables hold.
_DULL = ids(int, str, float, bool, bytes, type(None), tuple, list, dict, set, type)


def _variable(row, name, value, main, snapshot, counted):
    if name in BUILTINS and name[:2] != "__" and not (name == "_"):
        row("shadow", name, "hidden", text(value))
    kind = type(value)
    if is_class(value):
        return
    if kind is _lru:
        if id(value) not in counted and not _is_of_library(value):
            counted.add(id(value))
            own = exact(getattr(value, "__name__", None), "")
            _cache(row, own if main.get(own) is value else name, value)
            snapshot.held.add(id(value))
    elif is_generic(value) or kind is singledispatchmethod:
        generic = value if kind is _functions else names_of(value).get("dispatcher")
        if is_generic(generic):
            dispatch(row, generic)
            snapshot.held.add(id(generic))
    elif id(kind) in SUSPENDABLE:
        _suspended(row, name, value)
    elif kind is defaultdict:
        phantoms(row, name, value)
    elif module_of(kind) == "contextlib":
        _manager(row, name, value)


def _cache(row, name, value):
    info = _lru.cache_info(value)
    # A full cache stays as large as it is when it takes in something new.
    row("cache", name, (info.currsize, info.currsize and info.misses), count(range(info.currsize), "result"), id(value))


def _is_of_library(value):
    """Whether a function stands in a module of its own, for its own use."""
    name, place = exact(getattr(value, "__name__", None), ""), exact(getattr(value, "__module__", None), "")
    module = sys.modules.get(place)
    return is_module(module) and place != "__main__" and module_names(module).get(name) is value


def is_generic(value):
    """Whether `functools.singledispatch` has made it."""
    return type(value) is _functions and type(dict.get(value.__dict__, "registry")) is types.MappingProxyType


def dispatch(row, generic):
    # The mapping that everybody sees may be one of the reader's; the dict behind it is what `register` writes.
    register = dict.get(generic.__dict__, "register")
    cells = dict(zip(register.__code__.co_freevars, register.__closure__ or ())) if type(register) is _functions else {}
    registry = cells["registry"].cell_contents if "registry" in cells else None
    if type(registry) is not dict:
        # It only looks like one.
        return
    for cls, function in list(registry.items()):
        name = exact(_name(cls)) if is_class(cls) else text(cls)
        row("dispatch", f"{name_of(generic)}: {name}", id(function), text(function), id(generic))


_name = type.__dict__["__name__"].__get__


def _suspended(row, name, generator):
    prefix = SUSPENDABLE[id(type(generator))]
    frame, running, suspended = (tried(getattr, generator, prefix + part) for part in ("frame", "running", "suspended"))
    if frame is None or running or not suspended:
        return
    if _is_guarded(frame.f_code, frame.f_lineno):
        row("generator", name, (id(generator), frame.f_lineno), f"suspended at line {frame.f_lineno}")


def _manager(row, name, manager):
    state = names_of(manager) or {}
    if id(type(state.get("gen"))) in SUSPENDABLE:
        _suspended(row, name, state["gen"])
    waiting = state.get("_exit_callbacks")
    if type(waiting) is deque and waiting:
        row("generator", name, (id(manager), len(waiting)), f"{count(waiting, 'exit')} to come")


_getlines, _parse = linecache.getlines, ast.parse


def _is_guarded(code, line):
    """Whether a line of a function is inside a `with` or `try` of that function."""
    source = "".join(_getlines(code.co_filename))
    try:
        tree = _parse(source)
    except Exception:
        return False
    functions = ast.FunctionDef, ast.AsyncFunctionDef
    blocks = ast.With, ast.AsyncWith, ast.Try, ast.TryStar
    inside = [node for node in ast.walk(tree) if isinstance(node, (*blocks, *functions)) and node.lineno <= line <= node.end_lineno]
    start = max((node.lineno for node in inside if isinstance(node, functions)), default=0)
    return any(isinstance(node, blocks) and node.lineno >= start and node.body[0].lineno <= line for node in inside)
