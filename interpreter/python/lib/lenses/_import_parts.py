"""The stand-ins by which an import is watched, and the words for finders, hooks, loaders and places."""

import sys
from types import FunctionType, MethodType

from lenses._objects import class_dict, entry, own_dict

# Whose finders, hooks and loaders are the standard ones. The last is that of Pyodide, a CPython that runs in browsers.
STANDARD = {"_frozen_importlib", "_frozen_importlib_external", "importlib", "zipimport", "_pyodide"}

_name = type.__dict__["__name__"].__get__


# The stand-ins. What is asked of them beyond that which they note is answered by what they stand for.


class _StandIn:
    def __init__(self, watch, real):
        self._watch, self._real = watch, real

    __class__ = property(lambda self: type(self._real))

    def __getattr__(self, name):
        return getattr(self._real, name)

    def __eq__(self, other):
        return other is self or other is self._real

    def __hash__(self):
        return id(self._real)


class Finder(_StandIn):
    def __getattr__(self, name):
        if name != "find_spec":
            return getattr(self._real, name)
        try:
            value = self._real.find_spec
        except AttributeError:
            self._watch.pass_over(self._real)
            raise
        return lambda *args, **kwargs: self._watch.ask(self._real, value, args[0], (args, kwargs))


class Hook(_StandIn):
    def __call__(self, *arguments):
        return self._watch.hook(self._real, arguments[0], arguments)


class Loader(_StandIn):
    def __init__(self, watch, real, name, spec):
        super().__init__(watch, real)
        self._module, self._spec = name, spec

    def __getattr__(self, name):
        value = getattr(self._real, name)
        if name == "create_module":
            return lambda spec: self._create(value, spec)
        if name in ("exec_module", "load_module"):
            return lambda target: self._run(name, value, target)
        return value

    def _create(self, create_module, spec):
        put_back(self._spec, self)
        module = self._watch.create(self._real, create_module, spec)
        if self._spec.loader is self._real:
            self._spec.loader = self
        return module

    def _run(self, method, execute, target):
        module = None if method == "load_module" else target
        put_back(self._spec, self)
        if entry(own_dict(module) or {}, "__loader__") is self:
            module.__loader__ = self._real
        return self._watch.run(self._real, method, lambda: execute(target), module, self._module)


def real_of(thing):
    """What a finder's or a hook's stand-in stands for; anything else is itself."""
    return thing._real if type(thing) is Finder or type(thing) is Hook else thing


def put_back(spec, stand_in):
    """Give a spec its loader back, unless it has got another one meanwhile."""
    if spec.loader is stand_in:
        spec.loader = stand_in._real


# Words.


def is_standard(thing):
    """Whether a finder, hook or loader is one of the standard ones."""
    module = class_dict(_class_of(thing)).get("__module__")
    if type(thing) is FunctionType:
        module = thing.__module__
    return type(module) is str and module.partition(".")[0] in STANDARD


def label_of(thing):
    """The name of a finder, hook or loader: of a class or function its own, else that of its class."""
    if type(thing) is MethodType:
        return label_of(thing.__func__)
    if type(thing) is FunctionType:
        return thing.__qualname__.partition(".<locals>")[0]
    return _name(_class_of(thing))


def is_own_module(name):
    """Whether a module's name is none of the library's."""
    return type(name) is str and name.partition(".")[0] not in sys.stdlib_module_names


def _class_of(thing):
    return thing if issubclass(type(thing), type) else type(thing)


def one_of(thing):
    name = _name(type(thing))
    return f"{'an' if name[:1] in 'AEIOUaeiou' else 'a'} `{name}`"


def _searched(name):
    """Where a module of that name is looked for, and what this list is called."""
    parent = name.rpartition(".")[0]
    if not parent:
        return sys.path, "sys.path"
    return getattr(sys.modules.get(parent), "__path__", ()), f"{parent}.__path__"


def home_of(spec, name):
    """The place in which the file or folder of a spec is; None if it is in none that is looked through."""
    locations = getattr(spec, "submodule_search_locations", None)
    origin = getattr(spec, "origin", None)
    file = origin if type(origin) is str else next(iter(locations or ()), "")
    places = [place for place in _searched(name)[0] if type(place) is str and is_path(place)]
    return next((place for place in places if place and file.startswith(place + "/")), None)


def is_path(place):
    return type(place) is str and (not place or place.startswith("/"))


def name_of_place(place, name):
    """What a place is called: its text, or if it is a path, only where that stands."""
    if not is_path(place):
        return f"`{place}`" if type(place) is str else one_of(place)
    places, called = _searched(name)
    numbers = [at for at, each in enumerate(places) if type(each) is str and each == place]
    if not numbers:
        return "a path"
    return f"`<{called}[{-1 if 0 < numbers[0] == len(places) - 1 else numbers[0]}]>`"
