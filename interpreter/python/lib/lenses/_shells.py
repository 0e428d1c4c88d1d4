"""The layers around a function, from outside to inside, as far as they can be seen without a call.

A layer leads to the next by `__wrapped__`, by a closure cell or a default that holds a function, by being a bound
method, a partial object, a staticmethod and so on, or by the `__call__` of its class. What a layer tells is what
`inspect.signature` says of it; what it accepts is what its code object says.
"""

from functools import _lru_cache_wrapper, partial
from inspect import Parameter, signature
from types import FunctionType, MappingProxyType, MethodType

from annotationlib import Format
from lenses._objects import (
    BUILT_IN,
    MISSING,
    class_name,
    describe,
    entry,
    find,
    is_a,
    literal_of,
    name_of,
    own_dict,
    python_hook,
)

MOST_SHELLS = 40
DEEPEST = 12
LONGEST_SIGNATURE = 38
# Objects of these classes are layers wherever they are kept.
LAYERS = (FunctionType, MethodType, partial, staticmethod, classmethod, _lru_cache_wrapper)
SINGLE_DISPATCH = "singledispatch.<locals>.wrapper"


class Shell:
    """A layer, and how the layer outside it leads to it."""

    def __init__(self, value, depth, way, main):
        self.value, self.depth, self.way = value, depth, way
        self.is_function = type(value) is FunctionType
        self.can_be_called = find(type(value), "__call__")[0] is not None
        self.code = value.__code__ if self.is_function else None
        self.text = _text_of(value, main)
        self.told, self.accepted, self.is_untold = "", accepted_by(value) if self.is_function else "", False

    @property
    def is_changed(self):
        """Whether it accepts something else than it tells."""
        return bool(self.told and self.accepted and self.told != self.accepted)

    @property
    def mark(self):
        return "fails" if self.is_untold else "changed" if self.is_changed else ""

    def ask(self):
        """Ask `inspect.signature`, which may ask the reader's attributes, and fail."""
        try:
            self.told = told_by(self.value)
        except Exception:
            self.is_untold = True

    def details(self):
        """How it is reached, what it takes and what its code is called."""
        parts = [self.way, _given_by(self.value)]
        if self.is_changed:
            parts.append(f"tells {self.told}, accepts {self.accepted}")
        elif self.told or self.accepted:
            parts.append(f"takes {self.accepted or self.told}")
        if self.is_untold:
            parts.append("inspect.signature raises")
        if self.is_function and self.value.__qualname__ != self.code.co_qualname:
            parts.append(f"code of {self.code.co_qualname}")
        return "; ".join(part for part in parts if part)


def shells_of(value, main):
    """The layers of a value, in the order in which they are drawn: each is followed by those inside it."""
    found, seen = [], set()

    def visit(each, depth, way):
        if id(each) in seen or len(found) >= MOST_SHELLS or depth > DEEPEST:
            return
        seen.add(id(each))
        shell = Shell(each, depth, way, main)
        first = len(found)
        found.append(shell)
        for inner, inner_way in _inside(each):
            visit(inner, depth + 1, inner_way)
        if shell.can_be_called and any(one.is_function for one in found[first:]):
            shell.ask()

    visit(value, 0, "")
    return found


def is_single_dispatch(value):
    """Whether a value is what `functools.singledispatch` makes."""
    if type(value) is not FunctionType or value.__code__.co_qualname != SINGLE_DISPATCH:
        return False
    is_of_library = entry(value.__globals__, "__name__") == "functools"
    return is_of_library and type(entry(own_dict(value), "registry")) is MappingProxyType


def told_by(value):
    """What `inspect.signature` says, as text."""
    return _text_of_signature(signature(value, annotation_format=Format.FORWARDREF))


def accepted_by(function):
    """The signature that the code of a Python function has, whatever its attributes say."""
    bare = FunctionType(function.__code__, {}, function.__name__, function.__defaults__, function.__closure__)
    bare.__kwdefaults__ = function.__kwdefaults__
    return told_by(bare)


def _inside(value):
    """The layers directly inside a value: pairs of a layer and the way to it."""
    if type(value) is FunctionType:
        return _inside_function(value)
    if type(value) is MethodType:
        return [(value.__func__, "the function of the method")]
    if is_a(value, partial):
        return [(partial.__dict__["func"].__get__(value), "called by the partial object")]
    for kind in (staticmethod, classmethod):
        if is_a(value, kind):
            return [(kind.__dict__["__func__"].__get__(value), f"the function of the {kind.__name__}")]
    if is_a(value, property):
        pairs = [(property.__dict__[name].__get__(value), name) for name in ("fget", "fset", "fdel")]
        return [pair for pair in pairs if pair[0] is not None]
    if is_a(value, type):
        return _inside_class(value)
    return _inside_object(value)


def _inside_function(function):
    own = own_dict(function)
    if is_single_dispatch(function):
        return [(each, f"for {class_name(cls)}") for cls, each in entry(own, "registry").items()]
    ways = [(entry(own, "__wrapped__"), "__wrapped__")]
    for name, cell in zip(function.__code__.co_freevars, function.__closure__ or ()):
        try:
            ways.append((cell.cell_contents, f"in cell {name}"))
        except ValueError:
            continue
    defaults = function.__defaults__ or ()
    positional = function.__code__.co_varnames[: function.__code__.co_argcount]
    named = [*zip(positional[len(positional) - len(defaults) :], defaults), *(function.__kwdefaults__ or {}).items()]
    ways += [(each, f"in default {name}") for name, each in named]
    return _merged(ways)


def _inside_class(cls):
    """What a call of a class leads to, where it is written in Python."""
    ways = [python_hook(type(cls), "__call__"), find(cls, "__new__"), find(cls, "__init__")]
    inside = []
    for (holder, held), name in zip(ways, ("__call__", "__new__", "__init__")):
        if holder is not None and type(held) not in BUILT_IN:
            function = held.__func__ if type(held) is staticmethod else held
            inside.append((function, f"{name} of {class_name(holder)}"))
    return inside


def _inside_object(value):
    own = own_dict(value) or {}
    ways = [(entry(own, "__wrapped__"), "__wrapped__")]
    if type(value) is not _lru_cache_wrapper:
        ways += [(each, f"in attribute {name}") for name, each in dict.items(own) if type(name) is str]
    holder, held = python_hook(type(value), "__call__")
    inside = [] if holder is None else [(held, f"__call__ of {class_name(holder)}")]
    return inside + _merged(ways)


def _merged(ways):
    """The ways that lead to layers, with one pair for each layer."""
    merged = {}
    for each, way in ways:
        if each is not MISSING and (way == "__wrapped__" or any(is_a(each, kind) for kind in LAYERS)):
            _, known = merged.get(id(each), (each, []))
            if way != "in attribute __wrapped__":
                known.append(way)
            merged[id(each)] = each, known
    return [(each, _ways_text(known)) for each, known in merged.values()]


def _ways_text(ways):
    return ", ".join(ways if "__wrapped__" in ways else [*ways, "no __wrapped__"])


def _text_of(value, main):
    """What a layer is, with its module unless that is the reader's own."""
    if type(value) is MethodType:
        return f"bound method {name_of(value.__func__)}"
    if type(value) is _lru_cache_wrapper:
        return "lru_cache wrapper"
    if type(value) is not FunctionType:
        return describe(value)
    module = entry(value.__globals__, "__name__")
    return describe(value) if module in (main, MISSING) or type(module) is not str else f"{describe(value)} of {module}"


def _given_by(value):
    """What a layer adds to a call by itself."""
    if type(value) is MethodType:
        return f"with {describe(value.__self__)} as the first argument"
    if not is_a(value, partial):
        return ""
    arguments, keywords = (partial.__dict__[name].__get__(value) for name in ("args", "keywords"))
    given = [describe(each) for each in arguments] + [f"{name}={describe(each)}" for name, each in keywords.items()]
    return f"with {', '.join(given)}" if given else ""


def _text_of_signature(told):
    """A signature without annotations, and without the defaults that have no short text."""
    parts, stars = [], False
    parameters = list(told.parameters.values())
    for index, each in enumerate(parameters):
        if each.kind is Parameter.KEYWORD_ONLY and not stars:
            parts.append("*")
        stars = stars or each.kind in (Parameter.VAR_POSITIONAL, Parameter.KEYWORD_ONLY)
        sign = {Parameter.VAR_POSITIONAL: "*", Parameter.VAR_KEYWORD: "**"}.get(each.kind, "")
        parts.append(sign + each.name + _default_text(each.default))
        following = parameters[index + 1].kind if index + 1 < len(parameters) else None
        if each.kind is Parameter.POSITIONAL_ONLY and following is not Parameter.POSITIONAL_ONLY:
            parts.append("/")
    text = f"({', '.join(parts)})"
    return text if len(text) <= LONGEST_SIGNATURE else text[: LONGEST_SIGNATURE - 2] + "…)"


def _default_text(default):
    return "" if default is Parameter.empty else f"={literal_of(default) or '…'}"
