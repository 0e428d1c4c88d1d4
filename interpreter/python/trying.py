"""Answers the question `case`: tries a piece of Python after a reader's cell has run. Asked only in forks.

The piece comes from the check of a task (`lib/checking.py`), which is in another interpreter. What it gives goes
there as plain data: the copy of a value of Python's own types, which nothing that the reader has made can imitate.
"""

import sys
from ast import Expr, Expression
from io import StringIO

# Taken while nobody can have replaced them.
_setprofile, _getprofile, _settrace = sys.setprofile, sys.getprofile, sys.settrace
# How many calls a piece has made that has stopped the counting.
UNCOUNTED = 10**9
# The flag with which `compile` gives a syntax tree.
ONLY_TREE = 0x400
# The name of the piece's file in tracebacks.
FILE = "<check>"

# How deep a plain value may be nested, how many parts it may have, and how many digits or characters.
DEEPEST = 20
MOST_PARTS = 10_000
LONGEST_LITERAL = 100_000
LONGEST_TEXT = 300
# Numbers and texts.
PLAIN = {bool, int, float, complex, str, bytes, type(None)}
BRACKETS = {list: "[]", tuple: "()", set: "{}"}


def case(main, source, uses):
    """Run `source`. Names that Python has itself are Python's, unless they are in `uses`; every other name is that of
    `main`, if it is there. The value is that of the last statement, if it is an expression."""
    tree = compile(source, FILE, "exec", ONLY_TREE)
    last = tree.body.pop() if tree.body and type(tree.body[-1]) is Expr else None
    programs = [compile(tree, FILE, "exec", dont_inherit=True)]
    if last:
        programs.append(compile(Expression(last.value), FILE, "eval", dont_inherit=True))
    own = dict(__builtins__)
    space = {"__name__": "check", "__builtins__": own}
    for name in _names(programs):
        if name in main and (name in uses or name not in own):
            space[name] = main[name]
    # The reader may have put anything into the place of stdout, and may be tracing.
    before, output = sys.stdout, StringIO()
    sys.stdout = output
    _settrace(None)
    calls = [0]

    def hear(frame, event, argument):
        if event == "call" and frame.f_code.co_name != "<module>":
            calls[0] += 1

    value, error = None, None
    _setprofile(hear)
    try:
        for program in programs:
            value = eval(program, space)
    except BaseException as raised:
        error = raised
    finally:
        if _getprofile() is not hear:
            # Somebody did not want to be counted.
            calls[0] = UNCOUNTED
        _setprofile(None)
        sys.stdout = before
    answer = {"printed": StringIO.getvalue(output)[:LONGEST_LITERAL], "calls": calls[0]}
    if error is not None:
        return {**answer, "raised": _name(type(error)), "about": _about(error), "line": _line(error)}
    literal = plain(value)
    return {**answer, "literal": literal, "shown": _shown(value, literal)}


def _names(programs):
    """The names that programs use, with those of the functions in them."""
    names, waiting = set(), list(programs)
    while waiting:
        program = waiting.pop()
        names.update(program.co_names)
        waiting.extend(each for each in program.co_consts if type(each) is type(program))
    return names


def plain(value):
    """A literal that gives an equal value, or None if the value has parts that are not of Python's own types."""
    left = [MOST_PARTS]
    try:
        text = _literal(value, DEEPEST, left)
    except _NotPlain:
        return None
    return text if len(text) <= LONGEST_LITERAL else None


class _NotPlain(Exception):
    pass


def _literal(value, depth, left):
    kind = type(value)
    left[0] -= 1
    if depth < 0 or left[0] < 0:
        raise _NotPlain
    if kind is int and value.bit_length() > 10_000 or (kind is str or kind is bytes) and len(value) > LONGEST_LITERAL:
        raise _NotPlain
    if (kind is float or kind is complex) and value - value != 0:
        # No literal gives infinity or "not a number".
        raise _NotPlain
    if kind is set and not value:
        return "set()"
    if any(kind is known for known in PLAIN):
        return repr(value)
    if kind is dict:
        entries = dict.items(value)
        parts = [f"{_literal(key, depth - 1, left)}: {_literal(item, depth - 1, left)}" for key, item in entries]
        return "{" + ", ".join(parts) + "}"
    if kind is list or kind is tuple or kind is set:
        parts = [_literal(item, depth - 1, left) for item in value]
        first, last = BRACKETS[kind]
        return first + ", ".join(parts) + ("," if kind is tuple and len(parts) == 1 else "") + last
    raise _NotPlain


def _shown(value, literal):
    if literal is not None:
        return literal[:LONGEST_TEXT]
    try:
        text = repr(value)
        text = text if type(text) is str else str.__str__(text)
    except BaseException as error:
        return f"an object of class {_name(type(value))}, whose repr raises {_name(type(error))}"
    return text[:LONGEST_TEXT]


def _name(cls):
    name = type.__dict__["__name__"].__get__(cls)
    return str.__str__(name)[:100]


def _about(error):
    try:
        text = str(error)
        return (text if type(text) is str else str.__str__(text))[:LONGEST_TEXT]
    except BaseException:
        return ""


def _line(error):
    """The innermost line of a cell in the traceback, or None."""
    line, trace = None, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename[:6] == "<cell ":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
