"""Looking at objects as they are, past what their classes say about them.

A reader's class may answer `__class__`, `__dict__`, `__mro__`, `__eq__` or `__repr__` with anything, or raise. These
functions ask the interpreter's own descriptors instead, and compare by identity. `Watched` does a thing while it notes
which code is entered.
"""

from sys import _getframe, getprofile, setprofile
from types import (
    BuiltinFunctionType,
    ClassMethodDescriptorType,
    FunctionType,
    GetSetDescriptorType,
    MemberDescriptorType,
    MethodDescriptorType,
    MethodType,
    ModuleType,
    WrapperDescriptorType,
)

# Stands for an entry that is not there.
MISSING = object()
# A function of these types is written in the interpreter's own language.
BUILT_IN = (BuiltinFunctionType, MethodDescriptorType, WrapperDescriptorType, ClassMethodDescriptorType)
LONGEST_VALUE = 40
# The descriptors of built-in classes, by the names of their classes, in the words of Python's documentation.
BUILT_IN_DESCRIPTORS = {
    "member_descriptor": "member descriptor",
    "getset_descriptor": "getset descriptor",
    "wrapper_descriptor": "slot wrapper",
    "method_descriptor": "built-in method",
    "classmethod_descriptor": "built-in classmethod",
}

_mro = type.__dict__["__mro__"].__get__
_dict = type.__dict__["__dict__"].__get__
_name = type.__dict__["__name__"].__get__
_module = type.__dict__["__module__"].__get__


def mro_of(cls):
    """The method resolution order that the interpreter uses for a class."""
    return _mro(cls) or (cls,)


def is_a(value, cls):
    """Whether `cls` is in the MRO of the value's true class."""
    return any(each is cls for each in mro_of(type(value)))


def entry(mapping, name):
    """What a namespace holds under a name, or `MISSING`."""
    if is_a(mapping, dict):
        return dict.get(mapping, name, MISSING)
    return mapping.get(name, MISSING)


def class_entry(cls, name):
    """What a class itself holds under a name, or `MISSING`."""
    return entry(_dict(cls), name)


def find(cls, name):
    """The first class of the MRO that holds a name, and what it holds: a pair, or `(None, MISSING)`."""
    for each in mro_of(cls):
        held = class_entry(each, name)
        if held is not MISSING:
            return each, held
    return None, MISSING


def class_dict(cls):
    """The namespace of a class."""
    return _dict(cls)


def own_dict(value):
    """The true `__dict__` of an object that is not a class; None if it has none, or if none can be reached."""
    for each in mro_of(type(value)):
        getter = class_entry(each, "__dict__")
        if type(getter) in (GetSetDescriptorType, MemberDescriptorType):
            try:
                held = getter.__get__(value, type(value))
            except (AttributeError, TypeError):
                continue
            if is_a(held, dict):
                return held
    return None


def has_method(value, name):
    """Whether the true class of a value defines a special method."""
    return find(type(value), name)[0] is not None


def python_hook(cls, name):
    """The class that defines a special method in Python, and the method: a pair, or `(None, MISSING)`."""
    holder, held = find(cls, name)
    return (None, MISSING) if holder is None or type(held) in BUILT_IN else (holder, held)


def code_of(value):
    """The code object of a Python function, or None."""
    return value.__code__ if type(value) is FunctionType else None


def class_name(cls, main="__main__"):
    """The name of a class, with its module unless that is the reader's own or `builtins`."""
    try:
        module = _module(cls)
    except AttributeError:
        module = None
    plain = type(module) is not str or module in (main, "__main__", "builtins")
    return _name(cls) if plain else f"{module}.{_name(cls)}"


def literal_of(value):
    """A small and simple value as Python writes it, else an empty text."""
    kind = type(value)
    is_short = kind in (str, bytes) and len(value) <= LONGEST_VALUE or kind is int and value.bit_length() < 100
    return repr(value) if value is None or kind in (bool, float) or is_short else ""


def describe(value):
    """A few words for a value: the value itself if it is small and simple, else its name or its class."""
    kind, literal = type(value), literal_of(value)
    if literal:
        return literal
    if kind in (str, bytes, list, tuple, dict, set, frozenset):
        return f"{kind.__name__} of length {len(value)}"
    if kind is FunctionType:
        return f"function {value.__name__}"
    if kind is MethodType:
        target = value.__self__
        bound = "method object" if type(target) is MethodType else describe(target)
        return f"method {name_of(value.__func__)} bound to {bound}"
    if kind is BuiltinFunctionType:
        return f"built-in {value.__name__}"
    if is_a(value, type):
        return f"class {class_name(value)}"
    if kind is ModuleType:
        name = entry(own_dict(value), "__name__")
        return f"module {name}" if type(name) is str else "module object"
    name = class_name(kind)
    return BUILT_IN_DESCRIPTORS.get(name) or f"{name} object"


def name_of(function):
    """A function's name, or the class of what is no plain function."""
    return function.__name__ if type(function) in (FunctionType, BuiltinFunctionType) else class_name(type(function))


def phrase_of(value):
    """The description of a value, for a sentence: with an article where it needs one."""
    text = describe(value)
    if not text.endswith(" object") and f"{type(value).__name__} of length" not in text:
        return text
    return f"an {text}" if text[0] in "aeiouAEIOU" else f"a {text}"


class Watched:
    """A thing that is done, and which Python code was entered on the way.

    `result` is what it gave, or `MISSING`; `raised` is the exception, or None.
    """

    def __init__(self, act, *arguments):
        self.result, self.raised = MISSING, None
        # The entered codes by their identity; the last that no other Python code led to; what each code returned last.
        self._entered, self._direct, self._returned = {}, None, {}
        self._home = None
        before = getprofile()
        setprofile(self._note)
        try:
            self._do(act, arguments)
        except BaseException as error:
            self.raised = error
        finally:
            setprofile(before)
            self._home = None

    def _do(self, act, arguments):
        self._home = _getframe()
        self.result = act(*arguments)

    def _note(self, frame, event, value):
        """Called by the interpreter when a frame is entered or left."""
        code = frame.f_code
        if event == "call":
            self._entered[id(code)] = code
            if frame.f_back is self._home:
                self._direct = code
        elif event == "return":
            self._returned[id(code)] = value

    def entered(self, code):
        """Whether a code was entered."""
        return id(code) in self._entered

    def entered_directly(self, code):
        """Whether a code is the last that was entered with no other Python code in between."""
        return self._direct is code

    def returned(self, code, value):
        """Whether a code returned this very value at last."""
        return self.entered(code) and self._returned.get(id(code), MISSING) is value
