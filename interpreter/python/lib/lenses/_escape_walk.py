"""What can be reached from an object in one step, without running any code of the reader's.

A step is what can be written behind an expression: an attribute, an item, or a class out of `__subclasses__()`. They
are read past the classes, but only such are given that the expression would give as well: where a class answers by code
of its own, nothing is given. This package is not given either: it is there only because somebody looks.
"""

from collections import namedtuple
from functools import partial
from types import (
    AsyncGeneratorType,
    BuiltinFunctionType,
    CellType,
    CoroutineType,
    FrameType,
    FunctionType,
    GeneratorType,
    MemberDescriptorType,
    MethodType,
    ModuleType,
    TracebackType,
)

from lenses._objects import class_dict, entry, find, mro_of, own_dict

# A step: its text behind the expression so far, the object to which it leads, and whether it is one of the many that
# differ between interpreters. If the text is no Python, there is also the expression for it, in which `it` is the
# object before and `value` the object after.
Step = namedtuple("Step", "text value is_rare expression", defaults=[False, ""])
# What counts about the class of an object: which class gives its items; whether its attributes may be read, whether one
# of them is the class itself, whether it may have some of its own; whether it is a class or an exception; the names of
# which its class disposes, and the slots, each a name and a descriptor.
Kind = namedtuple("Kind", "items is_open has_true_class has_dict is_class is_exception data slots")

# Subclasses from other modules than these are rare: the reader's own, and those that every Python has imported.
COMMON_MODULES = ("__main__", "os", "contextlib", "codecs", "collections.abc")
# The expression for a class out of `__subclasses__()`, which has no fixed order.
CHOSEN = "next(each for each in it.__subclasses__() if each is value)"
PACKAGE = __name__.partition(".")[0]
# Items with longer or larger keys are left out.
LONGEST_KEY = 60
LARGEST_KEY = 10**12

# The attributes of the interpreter's own types that lead on.
LEADING = {
    FunctionType: ("__globals__", "__builtins__", "__kwdefaults__"),
    MethodType: ("__func__", "__self__"),
    BuiltinFunctionType: ("__self__",),
    staticmethod: ("__func__",),
    classmethod: ("__func__",),
    property: ("fget", "fset", "fdel"),
    partial: ("func", "args", "keywords"),
    CellType: ("cell_contents",),
    GeneratorType: ("gi_frame",),
    CoroutineType: ("cr_frame",),
    AsyncGeneratorType: ("ag_frame",),
    FrameType: ("f_globals", "f_builtins", "f_back"),
    TracebackType: ("tb_frame", "tb_next"),
}
# To hash a class may run code of its metaclass, so they are found by the id of the type.
LEADING_BY_ID = {id(cls): names for cls, names in LEADING.items()}
LEADING_OF_EXCEPTIONS = ("__traceback__", "__context__", "__cause__", "args")

_name = type.__dict__["__name__"].__get__
_base = type.__dict__["__base__"].__get__
_subclasses = type.__dict__["__subclasses__"]


class Walker:
    """Gives the steps from objects. It remembers what counts about their classes, which must not change meanwhile."""

    def __init__(self):
        self._kinds = {}

    def steps_from(self, thing):
        """The steps from an object, in an order that does not depend on the interpreter."""
        return (step for step in self._steps_from(thing) if not is_ours(step.value))

    def _kind(self, cls):
        if id(cls) not in self._kinds:
            self._kinds[id(cls)] = _kind_of(cls)
        return self._kinds[id(cls)]

    def _steps_from(self, thing):
        kind = self._kind(type(thing))
        if kind.items is dict:
            yield from _items(thing)
        elif kind.items is list or kind.items is tuple:
            yield from (Step(f"[{at}]", value) for at, value in enumerate(kind.items.__iter__(thing)))
        if not kind.is_open:
            return
        yield from _leading(thing, kind)
        if kind.has_true_class:
            yield Step(".__class__", type(thing))
        yield from _of_class(thing, kind) if kind.is_class else _of_instance(thing, kind)


def is_ours(value):
    """Whether an object is a module of this package."""
    return type(value) is ModuleType and str(entry(own_dict(value), "__name__")).partition(".")[0] == PACKAGE


def _kind_of(cls):
    bases, names = mro_of(cls), {}
    for each in reversed(bases):
        names.update(class_dict(each))
    names = {name: value for name, value in names.items() if type(name) is str}
    return Kind(
        items=find(cls, "__getitem__")[0],
        is_open=type(names["__getattribute__"]) is not FunctionType,
        has_true_class=find(cls, "__class__")[0] is object,
        has_dict="__dict__" in names,
        is_class=any(each is type for each in bases),
        is_exception=any(each is BaseException for each in bases),
        data={name for name, value in names.items() if find(type(value), "__set__")[0] is not None},
        slots=[(name, value) for name, value in _named(names.items()) if type(value) is MemberDescriptorType],
    )


def _items(mapping):
    """The steps to the items of a dict."""
    texts = [(type(key) is not str, f"[{key!r}]", value) for key, value in dict.items(mapping) if _is_short(key)]
    for _, text, value in sorted(texts, key=lambda each: each[:2]):
        yield Step(text, value)


def _is_short(key):
    if type(key) is int:
        return abs(key) < LARGEST_KEY
    return key is None or type(key) is bool or type(key) is str and len(key) <= LONGEST_KEY


def _leading(thing, kind):
    """The steps to the attributes that the interpreter has made."""
    names = LEADING_OF_EXCEPTIONS if kind.is_exception else LEADING_BY_ID.get(id(type(thing)), ())
    for name in names:
        value = _value_or_none(getattr, thing, name)
        if value is not None:
            yield Step(f".{name}", value)
    if type(thing) is FunctionType:
        for at, cell in enumerate(thing.__closure__ or ()):
            yield Step(f".__closure__[{at}].cell_contents", _value_or_none(getattr, cell, "cell_contents"))
        for at, value in enumerate(thing.__defaults__ or ()):
            yield Step(f".__defaults__[{at}]", value)
    elif type(thing) is FrameType:
        for step in _items(dict(thing.f_locals)):
            yield Step(f".f_locals{step.text}", step.value)


def _value_or_none(read, *arguments):
    """What is read, or None if there is nothing, as in an empty cell or an empty slot."""
    try:
        return read(*arguments)
    except (AttributeError, ValueError):
        return None


def _of_instance(thing, kind):
    """The steps to what an instance or a module has itself."""
    own = (own_dict(thing) if kind.has_dict else None) or {}
    for name, value in _named(dict.items(own)):
        if name not in kind.data:
            yield Step(f".{name}", value)
    for name, descriptor in kind.slots:
        yield Step(f".{name}", _value_or_none(descriptor.__get__, thing))


def _of_class(cls, kind):
    """The steps to a class's bases and subclasses, and to what it has itself."""
    bases = mro_of(cls)
    if _base(cls) is not None:
        yield Step(".__base__", _base(cls))
    for at, each in enumerate(bases[1:], 1):
        yield Step(f".__mro__[{at}]", each)
    # The subclasses of a metaclass are asked for otherwise.
    if not any(each is type for each in bases):
        for each in sorted(_subclasses(cls), key=_rank):
            is_rare = _rank(each)[0] == len(COMMON_MODULES)
            yield Step(f".__subclasses__()[<{_name(each)}>]", each, is_rare, CHOSEN)
    for name, value in _named(class_dict(cls).items()):
        if name not in kind.data:
            yield from _class_attribute(name, value)


def _named(items):
    """Names that may stand behind a dot, with their values, in alphabetical order."""
    pairs = [(name, value) for name, value in items if type(name) is str and name.isidentifier()]
    return sorted(pairs, key=lambda pair: pair[0])


def _class_attribute(name, value):
    """The step to an attribute of a class: to its function if it is a static or a class method."""
    if type(value) is staticmethod:
        yield Step(f".{name}", value.__func__)
    elif type(value) is classmethod:
        yield Step(f".{name}.__func__", value.__func__)
    elif type(value) is FunctionType or type(value) is property or find(type(value), "__get__")[0] is None:
        yield Step(f".{name}", value)


def _rank(cls):
    """Where a class stands among other subclasses."""
    module = class_dict(cls).get("__module__")
    module = module if type(module) is str else ""
    place = COMMON_MODULES.index(module) if module in COMMON_MODULES else len(COMMON_MODULES)
    return place, module, _name(cls)
