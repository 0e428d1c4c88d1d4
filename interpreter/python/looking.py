"""Answers questions about the interpreter: which variables there are; how a text may go on is in `completing.py`.

Asked in forks only. So it may run whatever of the reader's a question needs (a `__repr__`, a `__dir__`, the
expression before a dot): nothing of that ever happens in the reader's interpreter. What does not end is ended
with its fork, by the host; before anything that might not end we say what it is, on stream 4.

The builtins here are our own copy. The modules are shared, and a reader may have broken them; a question that
fails says so and hurts nothing.
"""

import inspect
import sys
import types
from itertools import islice

import _host

LOOKING_AT = 4
# Letters of a value's text, of a variable's name, and of a type's.
LONGEST_TEXT = 100
LONGEST_NAME = 100
LONGEST_TYPE = 60
# Variables that are listed: each is a row of a table, and is said to the page while it is looked at.
MOST_ROWS = 500
# How much of a large structure is walked to see whether it has changed; and where there are many variables.
WALKED, MANY, WALKED_OF_MANY = 2000, 100, 200

# What things are, whatever they say of themselves: a class of the reader's may answer as it likes, and not at all.
_name = type.__dict__["__name__"].__get__
_bases = type.__dict__["__bases__"].__get__
_mro = type.__dict__["__mro__"].__get__
_of_class = type.__dict__["__dict__"].__get__
module_names = type(sys).__dict__["__dict__"].__get__
_Getter = type(type.__dict__["__name__"])


def look(question, main):
    """One question, by its name, and its arguments."""
    return QUESTIONS[question.pop("ask")](main, **question)


def variables(main, skip, reprs=True):
    """Rows for what the reader has defined, in the order of definition, and how many `more` there are.

    `mark` differs when the variable was bound anew or anything reachable in it has changed. The reprs of
    the names in `skip` are known not to end: they are left out, and the mark is the identity alone. Without `reprs`
    no repr is asked for but those of Python's own types.
    """
    found = [
        (name, value) for name, value in dict.items(main) if type(name) is str and not name[:2] == "__" == name[-2:]
    ]
    walked = WALKED if len(found) <= MANY else WALKED_OF_MANY
    rows = {}
    for name, value in found[:MOST_ROWS]:
        label = _label(name)
        say(label)
        skipped = label in skip
        try:
            row = _row(value, skipped, reprs, walked)
        except BaseException:
            # One that can't be looked at is one all the same.
            row = {"type": "", "kind": "value", "text": "it can't be looked at", "size": "", "mark": str(id(value))}
        rows[label] = {"name": label, **row, "skipped": skipped}
    return {"rows": list(rows.values()), "more": len(found) - len(rows)}


def _row(value, skipped, reprs, walked):
    return {
        "type": type_name(value),
        "kind": kind_of(value),
        "text": "its repr does not end" if skipped else _text(value, reprs),
        "size": _size(value),
        "mark": str(id(value)) if skipped else _mark(value, walked),
    }


def _label(name):
    """A variable's name as the list shows it. A name can be any text; two long ones that begin alike stay two."""
    if len(name) > LONGEST_NAME:
        name = f"{name[: LONGEST_NAME - 20]}… (no. {hash(name) & 0xFFFFFFFF})"
    return name if name.isprintable() and name else repr(name)


def say(text):
    _host.write(LOOKING_AT, text.encode("utf-8", "replace"))


def kind_of(value):
    kind = type(value)
    if kind is type(sys):
        return "module"
    if issubclass(kind, type):
        return "class"
    return "function" if id(kind) in FUNCTIONS else "value"


def type_name(value):
    kind = type(value)
    name = cut(_name(kind), LONGEST_TYPE)
    if issubclass(kind, type):
        return "class" if kind is type else "class (" + name + ")"
    return name


def _size(value):
    kind = type(value)
    if kind is range and abs(value.stop - value.start) > sys.maxsize:
        return ""
    if id(kind) in COUNTED:
        count = kind.__len__(value)
        unit = COUNTED[id(kind)]
        return f"{count:,} {unit if count == 1 else unit + 's'}"
    if kind is int and value.bit_length() > 64:
        return f"{(value.bit_length() + 7) // 8:,} bytes"
    return ""


def _text(value, reprs):
    kind = kind_of(value)
    try:
        if kind == "module":
            file = module_names(value).get("__file__")
            return cut(file) if type(file) is str and file else "built in"
        if kind == "class":
            bases = [cut(_name(base)) for base in _bases(value)[:8] if base is not object]
            return cut(f"class {_name(value)}({', '.join(bases)})" if bases else f"class {_name(value)}")
        if kind == "function" and reprs:
            return cut(f"{getattr(value, '__name__', '')}{inspect.signature(value)}")
        return cut(_repr(value, 3, reprs))
    except BaseException as error:
        return cut(f"its repr raises {_name(type(error))}")


def cut(text, longest=LONGEST_TEXT):
    """The beginning of a text, an exact string also where the reader has made a class of strings."""
    beginning = str.__getitem__(text, slice(longest + 1))
    return beginning if len(beginning) <= longest else beginning[:-2] + "…"


def _repr(value, depth, reprs):
    """A short repr. Containers of the usual types are written by hand, so that a long one costs no more
    than its beginning."""
    kind = type(value)
    if kind is int and value.bit_length() > 2000:
        return f"<an int of about {int(value.bit_length() * 0.30103) + 1:,} digits>"
    if kind is str or kind is bytes:
        return repr(value[:LONGEST_TEXT]) + ("…" if len(value) > LONGEST_TEXT else "")
    if id(kind) not in BRACKETS or not value:
        return (
            cut(repr(value))
            if reprs or id(kind) in ENDING
            else f"<{type_name(value)}; reprs are left out: several do not end>"
        )
    left, right = BRACKETS[id(kind)]
    if not depth:
        return f"{left}…{right}"
    parts = []
    for item in dict.items(value) if kind is dict else value:
        if len(parts) == 8:
            parts.append("…")
            break
        words = [_repr(part, depth - 1, reprs) for part in (item if kind is dict else (item,))]
        parts.append(": ".join(words))
    return left + ", ".join(parts) + ("," if kind is tuple and len(parts) == 1 else "") + right


def _mark(value, walked):
    """A number for the value's identity and content, a string because it is long. Asks nothing of the value."""
    total, left, waiting, seen = id(value), walked, [value], set()
    while waiting and left:
        value = waiting.pop()
        left -= 1
        kind = type(value)
        if id(kind) in SCALARS:
            total = hash((total, id(kind), value if kind is not float else repr(value)))
            continue
        total = hash((total, id(value)))
        if id(value) in seen:
            continue
        seen.add(id(value))
        if id(kind) in BRACKETS or kind is bytearray:
            total = hash((total, len(value)))
            waiting.extend(islice(value, left))
            if kind is dict:
                waiting.extend(islice(dict.values(value), left))
            continue
        if kind is type(sys) or id(kind) in FUNCTIONS:
            continue
        for name, attribute in islice(_attributes(value), left):
            if type(name) is str and name not in ("__weakref__", "__dict__", "__abc_impl__", "_abc_impl"):
                total = hash((total, name))
                waiting.append(attribute)
    return str(total)


def _attributes(value):
    """What a class or an instance holds itself, read without asking it: its class's `__dict__` may be none."""
    if issubclass(type(value), type):
        return _of_class(value).items()
    for cls in _mro(type(value)):
        names = _of_class(cls)
        getter = names["__dict__"] if "__dict__" in names else None
        if type(getter) is _Getter:
            try:
                held = getter.__get__(value)
            except Exception:
                return ()
            return dict.items(held) if type(held) is dict else ()
    return ()


# By identity: to look a class up would be to ask its metaclass.
COUNTED = {
    id(str): "character",
    id(bytes): "byte",
    id(bytearray): "byte",
    **dict.fromkeys(map(id, (list, tuple, dict, set, frozenset, range)), "item"),
}
BRACKETS = {id(list): "[]", id(tuple): "()", id(dict): "{}", id(set): "{}", id(frozenset): ("frozenset({", "})")}
SCALARS = set(map(id, (int, float, complex, bool, str, bytes, type(None), type(...))))
FUNCTIONS = set(map(id, (types.FunctionType, types.BuiltinFunctionType, types.MethodType)))
# Python's own, whose reprs end.
ENDING = {*COUNTED, *SCALARS, id(types.FunctionType), id(types.BuiltinFunctionType)}
QUESTIONS = {"variables": variables}
