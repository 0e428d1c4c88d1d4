"""Looks at values, and puts them into words.

Nothing here runs code of the reader's: not a `__repr__`, not a property, and not a metaclass, which a comparison of
classes with `==` or `in` would ask.
"""

import os as _os
import types

try:
    # The guest's own module: what has to be quick, and lists of what Python keeps where nobody can read it.
    import _residue as guest
except ImportError:
    # Any other Python.
    guest = None

# Letters of a plain value, and of any other line: a reader's names may be of any length.
LONGEST = 80
LONGEST_LINE = 120
# How deep a wrapper in a wrapper in a wrapper is looked into.
WRAPPED = 4
# Where the library's files are.
HOME = _os.path.dirname(_os.__file__) if hasattr(_os, "__file__") else "/lib/"


def ids(*kinds):
    """The ids of types. `id(type(value)) in ids(…)` asks no metaclass."""
    return frozenset(map(id, kinds))


PLAIN = ids(int, float, complex, bool, str, bytes, type(None), type(...))
FUNCTIONS = ids(types.FunctionType, types.BuiltinFunctionType)
STATIC = ids(staticmethod, classmethod)
LISTS = ids(tuple, list)
_GETTER = types.GetSetDescriptorType

# A module's own namespace, and a class's, whatever they say of themselves.
module_names = types.ModuleType.__dict__["__dict__"].__get__
class_names = type.__dict__["__dict__"].__get__
_qualname = type.__dict__["__qualname__"].__get__
_mro = type.__dict__["__mro__"].__get__


def is_class(value):
    """Whether a value is a class, by its type. `isinstance` would also ask the value for its `__class__`, and a
    proxy answers what it likes."""
    return issubclass(type(value), type)


def is_module(value):
    """Whether a value is a module, by its type."""
    return issubclass(type(value), types.ModuleType)


def exact(text, otherwise="?"):
    """A text as a plain string: one of a subclass has methods of the reader's. `otherwise` if it is not a string at
    all."""
    if type(text) is str:
        return text
    return str.__getitem__(text, slice(None)) if issubclass(type(text), str) else otherwise


def module_name(module):
    """What a module calls itself."""
    return exact(module_names(module).get("__name__"))


def module_of(value):
    """The name of the module that a class or function says it is from, or ""."""
    if is_class(value):
        module = entry(value, "__module__", "builtins")
    else:
        module = getattr(value, "__module__", None) if id(type(value)) in FUNCTIONS else None
    return module if type(module) is str else ""


def entries(cls):
    """A class's own (name, value) pairs."""
    return list(class_names(cls).items())


def entry(cls, name, otherwise=None):
    """A class's own entry of that name."""
    names = class_names(cls)
    return names[name] if name in names else otherwise


def names_of(value):
    """An instance's own namespace, or None. A class of the reader's may define a `__dict__` that is something else;
    then that of the next class counts."""
    for cls in mro(type(value)):
        getter = entry(cls, "__dict__")
        if type(getter) is _GETTER:
            names = result_or_none(getter.__get__, value)
            return names if type(names) is dict else None
    return None


def qualname(cls):
    """A class's own `__qualname__`."""
    return exact(_qualname(cls))


def mro(cls):
    """The classes in which a class looks up its attributes, in this order."""
    return _mro(cls)


def class_name(cls):
    """As a reader would write it: `json.JSONEncoder`, and `Tool` for a class from a cell."""
    module = module_of(cls)
    return qualname(cls) if module in ("__main__", "builtins") else f"{module}.{qualname(cls)}"


def is_function(value):
    """Whether something is a function written in Python."""
    return type(value) is types.FunctionType


def is_own(value, depth=WRAPPED):
    """Whether something was made by a cell: its function or class, an instance or a wrapper of one."""
    kind = type(value)
    if not depth:
        return False
    if is_class(value):
        return module_of(value) == "__main__"
    if kind is types.FunctionType:
        return value.__code__.co_filename.startswith("<cell ") or module_of(value) == "__main__"
    if id(kind) in STATIC:
        return is_own(value.__func__, depth - 1)
    if kind is types.MethodType:
        return is_own(value.__func__, depth - 1) or is_own(value.__self__, depth - 1)
    if kind is property:
        return any(is_own(part, depth - 1) for part in (value.fget, value.fset, value.fdel) if part is not None)
    module = module_of(kind)
    return module == "__main__" or module.startswith("unittest.mock")


def is_library(module):
    """Whether a module is one that an ordinary import finds."""
    loader = spec_part(module, "loader") if is_module(module) else None
    if loader is None:
        return False
    kind = loader if is_class(loader) else type(loader)
    if module_of(kind) not in (
        "_frozen_importlib",
        "_frozen_importlib_external",
        "importlib._bootstrap",
        "importlib._bootstrap_external",
        "zipimport",
    ):
        return False
    origin = spec_part(module, "origin")
    return origin is None or type(origin) is str and (origin in ("built-in", "frozen") or origin.startswith(HOME))


def spec_part(module, name):
    """What a module's spec has under a name."""
    names = names_of(module_names(module).get("__spec__"))
    return names.get(name) if names else None


def is_callable(value):
    """Whether a class entry is one that can be called through it: a function or a wrapper of one."""
    kind = type(value)
    return not is_class(value) and (
        id(kind) in FUNCTIONS or id(kind) in STATIC or kind is property or _has(kind, "__call__")
    )


def is_behaviour(value):
    """Whether a class entry decides what happens: it can be called, or it is a descriptor."""
    return is_callable(value) or not is_class(value) and _has(type(value), "__get__", "__set__")


def _has(kind, *names):
    return any(name in class_names(cls) for cls in mro(kind)[:-1] for name in names)


def name_of(value, depth=WRAPPED):
    """A short name for a callback, finder or handler."""
    for holder in value, type(value):
        if is_class(holder):
            return qualname(holder)
        if id(type(holder)) in FUNCTIONS:
            return exact(holder.__name__)
        if type(holder) is types.MethodType and depth:
            return name_of(holder.__func__, depth - 1)
    return "object"


def text(value, depth=WRAPPED):
    """One line about a value."""
    kind = type(value)
    if not depth:
        return "…"
    if id(kind) in PLAIN:
        return cut(written(value), LONGEST)
    if id(kind) in LISTS and all(id(type(item)) in PLAIN for item in value[:20]):
        comma = "," if kind is tuple and len(value) == 1 else ""
        words = ", ".join(map(written, value[:20])) + comma
        return cut(f"[{words}]" if kind is list else f"({words})", LONGEST)
    return cut(_described(value, kind, depth - 1))


def _described(value, kind, depth):
    if kind is types.FunctionType:
        file = value.__code__.co_filename
        place = (
            f" at {cut(file[1:-1], LONGEST)}, line {value.__code__.co_firstlineno}" if file.startswith("<cell ") else ""
        )
        return f"<function {cut(name_of(value), LONGEST)}{place}>"
    if kind is types.BuiltinFunctionType:
        return f"<built-in function {name_of(value)}>"
    if kind is types.MethodType:
        return f"<method {name_of(value.__func__)} of {text(value.__self__, depth)}>"
    if id(kind) in STATIC:
        return f"{kind.__name__}({text(value.__func__, depth)})"
    if is_class(value):
        return f"<class {class_name(value)}>"
    if kind is types.ModuleType:
        return f"<module {module_name(value)}>"
    return f"<{class_name(kind)} object>"


def written(value):
    """The repr of a plain value, or of the beginning of a long one."""
    kind = type(value)
    if kind is int and value.bit_length() > 2000:
        # Python refuses to write out an int of so many digits, and it would take long.
        return f"<an int of about {int(value.bit_length() * 0.30103) + 1:,} digits>"
    return repr(value[:LONGEST] if kind is str or kind is bytes else value)


def cut(words, longest=LONGEST_LINE):
    """A text, or as much of it as a line may take."""
    return words if len(words) <= longest else words[: longest - 1] + "…"


def shown(name):
    """A name as a sentence or a table shows it: short, on one line, and written out where a letter could not be
    seen. Two long names that begin alike stay two."""
    if len(name) > LONGEST_LINE:
        name = f"{name[: LONGEST_LINE - 20]}… (no. {hash(name) & 0xFFFFFFFF})"
    return (
        name
        if name.isprintable()
        else "".join(letter if letter.isprintable() else repr(letter)[1:-1] for letter in name)
    )


def count(things, noun):
    """How many there are, in words."""
    nouns = noun.removesuffix("y") + "ies" if noun[-1] == "y" else noun + "s"
    return f"{len(things)} {noun if len(things) == 1 else nouns}"


def result_or_none(ask, *arguments):
    """What a function gives, or None if it fails: the reader may have broken it. When the stack has no room left
    for the call, that says nothing about the function, and the caller is told."""
    try:
        return ask(*arguments)
    except RecursionError:
        raise
    except Exception:
        return None
