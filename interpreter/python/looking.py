"""Answers questions about the interpreter. The question `variables` is answered here, the others in `completing.py`,
`ledger.py` and `elsewhere.py`.

Questions are asked in forks only, never in the reader's interpreter. So an answer may run whatever code of the reader's
it needs: a `__repr__`, a `__dir__`, the expression before a dot. If that does not end, the host ends the fork. Before
anything that might not end its name is written to stream 4, so that the page can say what it was.

This module has builtins of its own, but it shares the modules that it imports with the reader, who may have broken
them. A question that fails because of that gets an answer that says so.
"""

import inspect
import sys
import types
from itertools import islice

import _host

# The stream for what is about to be looked at.
LOOKING_AT = 4
# The most characters of a value's text, of a variable's name and of a type's name.
LONGEST_TEXT = 100
LONGEST_NAME = 100
LONGEST_TYPE = 60
# The most variables that are listed. Each one is a row of the page's table and, while it is looked at, a message to the
# page.
MOST_ROWS = 500
# To see whether a variable has changed, at most WALKED objects are visited that can be reached from it; WALKED_OF_MANY
# if there are more than MANY variables.
WALKED, MANY, WALKED_OF_MANY = 2000, 100, 200

# Getters that read a class's name, its bases and so on without calling any code of the class: a class of the reader's
# may give a wrong answer, or never give one.
_name = type.__dict__["__name__"].__get__
_bases = type.__dict__["__bases__"].__get__
_mro = type.__dict__["__mro__"].__get__
_of_class = type.__dict__["__dict__"].__get__
module_names = type(sys).__dict__["__dict__"].__get__
_Getter = type(type.__dict__["__name__"])


def look(question, main):
    """Answer one question: a dict with the question's name as `ask` and its arguments. `main` is the namespace of
    `__main__`."""
    return QUESTIONS[question.pop("ask")](main, **question)


def variables(main, skip, reprs=True):
    """List the variables that the reader has defined, in the order of definition, and say how many `more` there are.

    A row's `mark` changes when the variable is bound anew or when something that can be reached from its value changes.
    `skip` has the names of variables whose reprs are known not to end: their reprs are left out, and their marks only
    say which object it is. If `reprs` is false, only the reprs of Python's own types are called.
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
            # A variable that can't be looked at is listed all the same.
            row = {"type": "", "kind": "value", "text": "it can't be looked at", "size": "", "mark": str(id(value))}
        rows[label] = {"name": label, **row, "skipped": skipped}
    return {"rows": list(rows.values()), "more": len(found) - len(rows)}


def _row(value, skipped, reprs, walked):
    """A variable's row without its name."""
    return {
        "type": type_name(value),
        "kind": kind_of(value),
        "text": "its repr does not end" if skipped else _text(value, reprs),
        "size": _size(value),
        "mark": str(id(value)) if skipped else _mark(value, walked),
    }


def _label(name):
    """A variable's name as the list shows it. The namespace may have any text as a name. A long name is cut and gets a
    number, by which two long names that begin alike differ."""
    if len(name) > LONGEST_NAME:
        name = f"{name[: LONGEST_NAME - 20]}… (no. {hash(name) & 0xFFFFFFFF})"
    return name if name.isprintable() and name else repr(name)


def say(text):
    """Tell the host what is about to be looked at."""
    _host.write(LOOKING_AT, text.encode("utf-8", "replace"))


def kind_of(value):
    """What an object is to the list of variables: a "module", a "class", a "function" or a "value"."""
    kind = type(value)
    if kind is type(sys):
        return "module"
    if issubclass(kind, type):
        return "class"
    return "function" if id(kind) in FUNCTIONS else "value"


def type_name(value):
    """The name of an object's type; for a class "class", with the name of its metaclass if it has one of its own."""
    kind = type(value)
    name = cut(_name(kind), LONGEST_TYPE)
    if issubclass(kind, type):
        return "class" if kind is type else "class (" + name + ")"
    return name


def _size(value):
    """How large an object of one of Python's own types is, in words; empty for all others."""
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
    """What the list shows of an object: a module's file, the head of a class or a function, or a short repr."""
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
    """The beginning of a text, as an instance of `str` itself even if `text` is of a subclass that the reader has
    made."""
    beginning = str.__getitem__(text, slice(longest + 1))
    return beginning if len(beginning) <= longest else beginning[:-2] + "…"


def _repr(value, depth, reprs):
    """A short repr. Those of Python's own containers are put together here from their first items, so that a long
    container takes no longer than a short one. `depth` is how many levels of nested containers are shown."""
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
    """A number for the value's identity and content, as a string because JavaScript has no such long integers. It runs
    no code of the reader's. At most `walked` objects are visited."""
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
    """Names and values of the attributes that a class or an instance has itself. They are read past its class, which
    may have a `__dict__` of the reader's making."""
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


# Classes are looked up by their ids: looking up the classes themselves could call an `__eq__` or `__hash__` of a
# metaclass. COUNTED has the unit of len(), BRACKETS the brackets of a repr; the objects in SCALARS have nothing that
# can be reached.
COUNTED = {
    id(str): "character",
    id(bytes): "byte",
    id(bytearray): "byte",
    **dict.fromkeys(map(id, (list, tuple, dict, set, frozenset, range)), "item"),
}
BRACKETS = {id(list): "[]", id(tuple): "()", id(dict): "{}", id(set): "{}", id(frozenset): ("frozenset({", "})")}
SCALARS = set(map(id, (int, float, complex, bool, str, bytes, type(None), type(...))))
FUNCTIONS = set(map(id, (types.FunctionType, types.BuiltinFunctionType, types.MethodType)))
# Python's own types, whose reprs end.
ENDING = {*COUNTED, *SCALARS, id(types.FunctionType), id(types.BuiltinFunctionType)}
# The functions that answer questions, by the questions' names. boot.py adds those of other files.
QUESTIONS = {"variables": variables}
