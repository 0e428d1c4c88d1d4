"""A kind for work that has stopped in the middle: generators inside of a block that waits for its end, and stacks
of such blocks."""

import ast
import contextlib
import linecache
import types
from collections import deque

from .. import _ways
from .._kind import NEVER, THIS_NAME, Kind, is_another, of_variables, said
from .._words import count, ids, names_of, result_or_none

# What can wait in the middle of its work, and how its attributes begin.
SUSPENDABLE = {types.GeneratorType: "gi_", types.CoroutineType: "cr_", types.AsyncGeneratorType: "ag_"}
_PREFIXES = {id(kind): prefix for kind, prefix in SUSPENDABLE.items()}
# What has a method to end what waits in it, without anything having to wait for that.
_CLOSED = ids(types.GeneratorType, types.CoroutineType)
_Stack, _Manager = contextlib.ExitStack, contextlib._GeneratorContextManager
# How the words about a stack that has exits left end.
TO_COME = "to come"
_getlines, _parse = linecache.getlines, ast.parse


def _suspended(row, name, value, main, snapshot):
    _look_at(row, name, value)


def _look_at(row, name, generator):
    prefix = _PREFIXES[id(type(generator))]
    frame, is_running, is_suspended = (
        result_or_none(getattr, generator, prefix + part) for part in ("frame", "running", "suspended")
    )
    if frame is None or is_running or not is_suspended:
        return
    if _is_guarded(frame.f_code, frame.f_lineno):
        row(name, (id(generator), frame.f_lineno), f"suspended at line {frame.f_lineno}")


def _managers(row, name, value, main, snapshot):
    state = names_of(value) or {}
    if id(type(state.get("gen"))) in _PREFIXES:
        _look_at(row, name, state["gen"])
    waiting = state.get("_exit_callbacks")
    if type(waiting) is deque and waiting:
        row(name, (id(value), len(waiting)), f"{count(waiting, 'exit')} {TO_COME}")


def _is_guarded(code, line):
    """Whether a line of a function is inside a `with` or `try` of that function."""
    source = "".join(_getlines(code.co_filename))
    try:
        tree = _parse(source)
    except Exception:
        return False
    functions = ast.FunctionDef, ast.AsyncFunctionDef
    blocks = ast.With, ast.AsyncWith, ast.Try, ast.TryStar
    inside = [
        node
        for node in ast.walk(tree)
        if isinstance(node, (*blocks, *functions)) and node.lineno <= line <= node.end_lineno
    ]
    start = max((node.lineno for node in inside if isinstance(node, functions)), default=0)
    return any(isinstance(node, blocks) and node.lineno >= start and node.body[0].lineno <= line for node in inside)


def _waiting(otherwise):
    """The sentence about a stack that has exits left, or about something else that waits."""

    def words(finding, target, before, after):
        return said(
            "`{target}` has not been closed: {after}" if after.endswith(TO_COME) else otherwise,
            finding,
            target,
            before,
            after,
        )

    return words


def _ended(finding, main):
    name, value = finding.target, main.get(finding.target)
    if not _ways.is_plain(name):
        return ""
    if finding.after[1].endswith(TO_COME):
        return f"{name}.close()" if type(value) is _Stack else ""
    if id(type(value)) in _CLOSED:
        return f"{name}.close()"
    is_guarded = type(value) is _Manager and id(type(names_of(value).get("gen"))) in _CLOSED
    return f"{name}.__exit__(None, None, None)" if is_guarded else ""


def _is_closed_stack(finding):
    """Whether a stack of managers was opened and closed, by its `with` as a rule: that is a variable like any other."""
    return finding.is_added and finding.is_removed and finding.change.after[1].endswith(TO_COME)


GENERATOR = Kind(
    "generator",
    probes=(of_variables(_suspended, types=tuple(SUSPENDABLE)), of_variables(_managers, modules=("contextlib",))),
    added=_waiting("`{target}` is {after}, inside a block that waits for its end"),
    removed="`{target}` has ended",
    changed=_waiting(is_another),
    scope=THIS_NAME,
    undo=_ended,
    permanent=NEVER,
    is_passing=_is_closed_stack,
)

KINDS = (GENERATOR,)
