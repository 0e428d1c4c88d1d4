"""Values and findings in words. Nothing here runs code of the reader's: no `__repr__`, no property."""
import os as _os
import types

LONGEST = 80
HOME = _os.path.dirname(_os.__file__) if hasattr(_os, "__file__") else "/lib/"

PLAIN = int, float, complex, bool, str, bytes, type(None), type(...)
FUNCTIONS = types.FunctionType, types.BuiltinFunctionType

# A module's own namespace, and a class's, whatever they say of themselves.
module_names = types.ModuleType.__dict__["__dict__"].__get__
class_names = type.__dict__["__dict__"].__get__
_qualname = type.__dict__["__qualname__"].__get__
_mro = type.__dict__["__mro__"].__get__


def is_class(value):
    """By its type: `isinstance` would also ask the value for its `__class__`, and a proxy answers what it likes."""
    return issubclass(type(value), type)


def is_module(value):
    return issubclass(type(value), types.ModuleType)


def module_of(value):
    """The name of the module that a class or function says it is from, or ""."""
    if is_class(value):
        for key, entry in entries(value):
            if key == "__module__":
                return entry if type(entry) is str else ""
        return "builtins"
    module = getattr(value, "__module__", None) if type(value) in FUNCTIONS else None
    return module if type(module) is str else ""


def entries(cls):
    """A class's own (name, value) pairs."""
    return list(class_names(cls).items())


def qualname(cls):
    return _qualname(cls)


def mro(cls):
    return _mro(cls)


def class_name(cls):
    """As a reader would write it: `json.JSONEncoder`, and `Tool` for a class from a cell."""
    module = module_of(cls)
    return qualname(cls) if module in ("__main__", "builtins") else f"{module}.{qualname(cls)}"


def is_own(value):
    """Whether something was made by a cell: its function or class, an instance or a wrapper of one."""
    kind = type(value)
    if is_class(value):
        return module_of(value) == "__main__"
    if kind is types.FunctionType:
        return value.__code__.co_filename.startswith("<cell ") or value.__module__ == "__main__"
    if kind in (staticmethod, classmethod):
        return is_own(value.__func__)
    if kind is types.MethodType:
        return is_own(value.__func__) or is_own(value.__self__)
    if kind is property:
        return any(is_own(part) for part in (value.fget, value.fset, value.fdel) if part is not None)
    module = module_of(kind)
    return module == "__main__" or module.startswith("unittest.mock")


def is_library(module):
    """Whether a module is one that an ordinary import finds."""
    loader = spec_part(module, "loader") if is_module(module) else None
    if loader is None:
        return False
    kind = loader if is_class(loader) else type(loader)
    if module_of(kind) not in ("_frozen_importlib", "_frozen_importlib_external", "importlib._bootstrap", "importlib._bootstrap_external", "zipimport"):
        return False
    origin = spec_part(module, "origin")
    return origin in ("built-in", "frozen", None) or type(origin) is str and origin.startswith(HOME)


def spec_part(module, name):
    """What a module's spec has under a name. It may be a thing of the reader's, which answers as it likes."""
    try:
        return getattr(module_names(module).get("__spec__"), name, None)
    except Exception:
        return None


def is_callable(value):
    """Whether a class entry is one that can be called through it: a function or a wrapper of one."""
    kind = type(value)
    return not is_class(value) and (kind in FUNCTIONS or kind in (staticmethod, classmethod, property) or _has(kind, "__call__"))


def is_behaviour(value):
    """Whether a class entry decides what happens: it can be called, or it is a descriptor."""
    return is_callable(value) or not is_class(value) and _has(type(value), "__get__", "__set__")


def _has(kind, *names):
    return any(key in names for cls in mro(kind)[:-1] for key, _ in entries(cls))


def name_of(value):
    """A short name for a callback, finder or handler."""
    for holder in value, type(value):
        if is_class(holder):
            return qualname(holder)
        if type(holder) in FUNCTIONS:
            return holder.__name__
        if type(holder) is types.MethodType:
            return name_of(holder.__func__)
    return "object"


def text(value):
    """One line about a value."""
    kind = type(value)
    if kind in PLAIN:
        return _cut(repr(value))
    if kind is types.FunctionType:
        file = value.__code__.co_filename
        if file.startswith("<cell "):
            return f"<function {value.__name__} at {file[1:-1]}, line {value.__code__.co_firstlineno}>"
        return f"<function {value.__name__}>"
    if kind is types.BuiltinFunctionType:
        return f"<built-in function {value.__name__}>"
    if kind is types.MethodType:
        return f"<method {value.__func__.__name__} of {text(value.__self__)}>"
    if kind in (staticmethod, classmethod):
        return f"{kind.__name__}({text(value.__func__)})"
    if is_class(value):
        return f"<class {class_name(value)}>"
    if kind is types.ModuleType:
        return f"<module {value.__dict__.get('__name__', '?')}>"
    if kind in (tuple, list) and all(type(item) in PLAIN for item in value[:20]):
        return _cut(repr(value[:20]))
    return f"<{class_name(kind)} object>"


def _cut(words):
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"


def count(things, noun):
    """How many there are, in words."""
    nouns = noun.removesuffix("y") + "ies" if noun[-1] == "y" else noun + "s"
    return f"{len(things)} {noun if len(things) == 1 else nouns}"


def tried(ask, *arguments):
    """What a question gives; the reader may have broken what answers it."""
    try:
        return ask(*arguments)
    except Exception:
        return None
