"""How a program names things and writes values. A name is given only if it leads to the very thing, which is looked
up here."""

import sys
from keyword import kwlist
from unicodedata import normalize as _normalize

from ._words import PLAIN, entry, is_class, is_module, is_own, module_name, module_names, module_of, name_of, qualname

_modules = sys.modules
_KEYWORDS = frozenset(kwlist) | {"__debug__"}
# Letters that a value in a program may take: a longer one nobody reads.
LONGEST_VALUE = 600
# Lines that a program may have after its first, for what is there several times.
MOST_TIMES = 20


def is_plain(name):
    """Whether a name can stand in a program as it is. Python reads some letters as others."""
    return name.isidentifier() and name not in _KEYWORDS and (name.isascii() or _normalize("NFKC", name) == name)


def is_dotted(name):
    """Whether names with dots between them can stand in a program as they are."""
    return all(map(is_plain, name.split(".")))


def to(thing, main):
    """The lines that a program needs first, and the expression that leads to a module, a class or what a variable
    holds; None if nothing does."""
    way = _to_module(thing) if is_module(thing) else _to_class(thing, main) if is_class(thing) else None
    return way or _to_variable(thing, main)


def labelled(label, thing, main):
    """The same as `to` for a thing that has a label: the name of a variable of `__main__`, or `module.name`."""
    if is_plain(label) and main.get(label) is thing:
        return [], label
    place, _, name = label.rpartition(".")
    module = _modules.get(place)
    way = (
        _to_module(module) if is_module(module) and is_plain(name) and module_names(module).get(name) is thing else None
    )
    return (way[0], f"{way[1]}.{name}") if way else _to_variable(thing, main)


def _to_variable(thing, main):
    name = next(
        (name for name, value in dict.items(main) if value is thing and type(name) is str and is_plain(name)), None
    )
    return name and ([], name)


def _to_module(module):
    name = module_name(module)
    if _modules.get(name) is not module:
        name = next((key for key, value in dict.items(_modules) if value is module and type(key) is str), None)
    if name is None:
        return None
    if is_dotted(name) and _imported(name) is module:
        return [f"import {name}"], name
    return ["import sys"], f"sys.modules[{name!r}]"


def _imported(path):
    """What a dotted path stands for once it has been imported."""
    first, *rest = path.split(".")
    value = _modules.get(first)
    for name in rest:
        value = module_names(value).get(name) if is_module(value) else None
    return value


def _to_class(cls, main):
    path, lines, place, names = qualname(cls), [], "", main
    if module_of(cls) != "__main__":
        module = _modules.get(module_of(cls))
        way = _to_module(module) if is_module(module) else None
        if not way:
            return None
        lines, place, names = way[0], way[1] + ".", module_names(module)
    first, *rest = path.split(".")
    value = names.get(first)
    for name in rest:
        value = entry(value, name) if is_class(value) else None
    return (lines, place + path) if value is cls and is_dotted(path) else None


def deleted(place, name):
    """The statement that deletes an attribute."""
    return f"del {place}.{name}" if is_plain(name) else f"delattr({place}, {name!r})"


def assigned(place, name, words):
    """The statement that assigns to an attribute what an expression gives."""
    return f"{place}.{name} = {words}" if is_plain(name) else f"setattr({place}, {name!r}, {words})"


def literal(value, depth=3):
    """A plain value as a program writes it; a member of an enumeration of numbers or strings as its value. None if
    no program can write it, or only at too great a length."""
    kind = type(value)
    if value is ...:
        return "..."
    if kind is float and value - value != 0:
        return f"float({str(value)!r})"
    if kind is complex and value - value != 0:
        return None
    if kind is tuple:
        parts = [literal(part, depth - 1) for part in value[:LONGEST_VALUE]] if depth else [None]
        words = None if None in parts else f"({''.join(part + ', ' for part in parts)})"
    else:
        base = (
            kind
            if id(kind) in PLAIN
            else next((base for base in (int, str) if issubclass(kind, base) and not is_own(value)), None)
        )
        if (
            base is None
            or base is int
            and int.bit_length(value) > 2000
            or base in (str, bytes)
            and base.__len__(value) > LONGEST_VALUE
        ):
            return None
        words = base.__repr__(value)
    return words if words is not None and len(words) <= LONGEST_VALUE else None


def with_value(beginning, value):
    """A program that ends with a value; "" if the value can't be written."""
    words = literal(value)
    return beginning + words if words is not None else ""


def lines(first, others):
    """A program of a first line and others; "" if there are none of these, or too many."""
    return "\n".join([first, *others]) if 0 < len(others) <= MOST_TIMES else ""


def unregistered(module, name, callbacks, main):
    """What unregisters a function by its name, if it is the only one of that name."""
    named = [callback for callback in callbacks if name_of(callback) == name]
    is_there = is_plain(name) and named and all(callback is main.get(name) for callback in named)
    return f"import {module}\n{module}.unregister({name})" if is_there else ""
