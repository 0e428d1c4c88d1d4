"""Where Python looks for an attribute, in which order, and what each place holds. None of the reader's code is called.

A *rung* is one place: a `__dict__`, or a class of an MRO. Rungs form *stages*: within a stage, a data descriptor of the
class comes first, then the object's own rungs, then what else the class holds. Most objects have one stage; `super`
objects and bound methods have two, for they look elsewhere before or after they look at themselves. A *hook* is a
special method, written in Python, that is asked before all rungs or after them.
"""

from types import (
    BuiltinFunctionType,
    FunctionType,
    GetSetDescriptorType,
    MemberDescriptorType,
    MethodDescriptorType,
    MethodType,
    MethodWrapperType,
    ModuleType,
    WrapperDescriptorType,
)

from lenses._objects import (
    BUILT_IN_DESCRIPTORS,
    MISSING,
    class_dict,
    class_name,
    code_of,
    describe,
    entry,
    find,
    has_method,
    is_a,
    mro_of,
    own_dict,
    python_hook,
)
from lenses._picture import cell, row

# Descriptors whose class has a name that needs no quotes in a sentence.
FAMILIAR = {"function", "property", "staticmethod", "classmethod"}


class Part:
    """A row of the picture: where something is stored, and what became of it."""

    def __init__(self, head, stored):
        self.head, self.stored = head, stored
        self.mark, self.outcome, self.outcome_mark = "", "", ""

    @property
    def holds(self):
        return self.stored is not MISSING

    def row(self):
        stored = describe(self.stored) if self.holds else ""
        return row(self.head, [cell(stored, self.mark), cell(self.role()), cell(self.outcome, self.outcome_mark)])


class Hook(Part):
    """A special method, written in Python, that is asked first or last."""

    def __init__(self, owner, name, stored, turn):
        super().__init__(f"{owner}.{name}", stored)
        self.owner, self.name, self.turn, self.code = owner, name, turn, code_of(stored)

    def role(self):
        return f"asked {self.turn}"

    def phrase(self):
        return f"`{self.name}` of `{self.owner}`"


class Rung(Part):
    """A place that may hold the name.

    `kind` is "own" for a `__dict__`, "type" for a class in the MRO of the object's class, "class" for one in the MRO of
    a class that is itself looked at, or that comes after the start of `super`, and "skipped" for one that comes before.
    `target` is the object for which a descriptor that is found here is asked, or None.
    """

    def __init__(self, head, namespace, name, kind, target=None):
        super().__init__(head, entry(namespace, name))
        self.namespace, self.name, self.kind, self.target = namespace, name, kind, target
        self.where = f"`{head}`"

    def now(self):
        """What the rung holds now."""
        return entry(self.namespace, self.name)

    @property
    def binds(self):
        """Whether the stored object's `__get__` is called."""
        return self.kind != "own" and self.holds and has_method(self.stored, "__get__")

    @property
    def is_data(self):
        return self.holds and (has_method(self.stored, "__set__") or has_method(self.stored, "__delete__"))

    def role(self):
        """What the stored object counts as."""
        if self.kind == "skipped":
            return "skipped by super()"
        if not self.holds:
            return ""
        if self.kind == "own":
            return "own entry"
        if self.is_data:
            return "data descriptor" if self.binds else "data descriptor without __get__"
        return "non-data descriptor" if self.binds else "class attribute"

    def phrase(self):
        """The stored object and its place, for a sentence."""
        return f"the entry in {self.where}" if self.kind == "own" else f"the {kind_of(self.stored)} on {self.where}"

    def gives(self, found, watched):
        """Whether `found` is what this rung gives when it is asked. None if that can't be told."""
        stored, kind = self.stored, type(self.stored)
        if not self.binds:
            return found is stored
        if kind is staticmethod:
            return found is stored.__func__
        if kind is FunctionType and self.target is not None:
            return type(found) is MethodType and found.__func__ is stored and found.__self__ is self.target
        if kind in (FunctionType, property) and self.target is None:
            return found is stored
        if kind is classmethod and type(stored.__func__) is FunctionType:
            return type(found) is MethodType and found.__func__ is stored.__func__
        if kind in (MethodDescriptorType, WrapperDescriptorType) and self.target is not None:
            is_method = type(found) in (BuiltinFunctionType, MethodWrapperType)
            return (is_method and found.__self__ is self.target and found.__name__ == stored.__name__) or None
        if kind in (MemberDescriptorType, GetSetDescriptorType) and self.target is not None:
            return found is self.read_field() or None
        code = self.code_of("fget", "__get__")
        return None if code is None else watched.returned(code, found)

    def read_field(self):
        """What a built-in descriptor, such as that of a slot, gives for the object, or `MISSING`."""
        try:
            return self.stored.__get__(self.target, type(self.target))
        except (AttributeError, TypeError):
            return MISSING

    def code_of(self, of_property, of_descriptor):
        """The code of a descriptor's method, or None if it is not written in Python."""
        if type(self.stored) is property:
            return code_of(getattr(self.stored, of_property))
        return code_of(find(type(self.stored), of_descriptor)[1])


class Stage:
    """The rungs that are weighed against each other."""

    def __init__(self, own=(), types=()):
        self.own, self.types = list(own), list(types)

    def answering(self):
        """The rung that answers a lookup, or None."""
        own = next((rung for rung in self.own if rung.holds), None)
        of_type = next((rung for rung in self.types if rung.holds), None)
        if of_type and of_type.is_data and of_type.binds:
            return of_type
        return own or of_type


class Ladder:
    """All rungs for a name of an object; `text` is how the reader writes the object."""

    def __init__(self, value, text, name, main, writing=False):
        self.value, self.name, self.main = value, name, main
        self.text = text if len(text) <= 30 else "object"
        self.is_class = is_a(value, type)
        self.skipped = []
        self.stages = self._stages_of_super() if is_a(value, super) and not writing else []
        if self.is_class:
            types = self._type_rungs(value, f"type({self.text}) = ", "the metaclass")
            self.stages.append(Stage(self._rungs_of(mro_of(value), "class"), types))
        else:
            self.stages.append(Stage(self._own_rungs(value, f"{self.text}.__dict__"), self._type_rungs(value)))
        if type(value) is MethodType and not writing:
            inner = value.__func__
            types = self._type_rungs(inner, "type(__func__) = ")
            self.stages.append(Stage(self._own_rungs(inner, "__func__.__dict__"), types))

    def rungs(self):
        """The rungs in the order in which they are drawn. The class `super` is left out where it is not needed."""
        drawn = list(self.skipped)
        for stage in self.stages[:1] if self.skipped and self.stages[0].answering() else self.stages:
            drawn += stage.own + stage.types
        return drawn

    def answering(self):
        """The rung that answers a lookup by the usual rules, or None."""
        return next((rung for rung in (stage.answering() for stage in self.stages) if rung), None)

    def taking(self):
        """The rung that takes an assignment or a deletion by the usual rules, or None."""
        stage = self.stages[-1]
        of_type = next((rung for rung in stage.types if rung.holds), None)
        if of_type and of_type.is_data:
            return of_type
        return stage.own[0] if stage.own else None

    def hook(self, name, turn):
        """The hook that the object's class has under a name, or None."""
        holder, stored = python_hook(type(self.value), name)
        return Hook(class_name(holder, self.main), name, stored, turn) if holder else None

    def last_hook(self):
        """The `__getattr__` that is asked last: a module's own, or that of the object's class."""
        if is_a(self.value, ModuleType):
            stored = entry(own_dict(self.value), "__getattr__")
            if stored is not MISSING:
                return Hook(self.text, "__getattr__", stored, "last")
        return self.hook("__getattr__", "last")

    def _stages_of_super(self):
        start, current, target = (
            super.__dict__[name].__get__(self.value) for name in ("__thisclass__", "__self_class__", "__self__")
        )
        if current is None or self.name == "__class__":
            return []
        order = mro_of(current)
        rest = next((index + 1 for index, each in enumerate(order) if each is start), len(order))
        rungs = self._rungs_of(order, "class", None if target is current else target)
        self.skipped = rungs[:rest]
        for rung in self.skipped:
            rung.kind = "skipped"
        return [Stage(rungs[rest:])]

    def _own_rungs(self, value, head):
        namespace = own_dict(value)
        return [] if namespace is None else [Rung(head, namespace, self.name, "own")]

    def _type_rungs(self, value, prefix="", role=""):
        """The rungs of an object's class. A prefix tells them from other rungs in the picture, a role in a sentence."""
        rungs = self._rungs_of(mro_of(type(value)), "type", value)
        first = rungs[0].head
        for index, rung in enumerate(rungs):
            if role:
                rung.where = f"{role}'s base `{rung.head}`" if index else f"{role} `{rung.head}`"
            if prefix:
                rung.head = f"{first}'s base {rung.head}" if index else f"{prefix}{first}"
        return rungs

    def _rungs_of(self, classes, kind, target=None):
        """A rung for each class. Classes of the same name are numbered."""
        rungs, used = [], []
        for each in classes:
            head = class_name(each, self.main)
            used.append(head)
            numbered = f"{head} ({used.count(head)})" if used.count(head) > 1 else head
            rungs.append(Rung(numbered, class_dict(each), self.name, kind, target))
        return rungs


def kind_of(stored):
    """The kind of a stored object, for a sentence: a descriptor's kind, or "class attribute"."""
    name = class_name(type(stored))
    if not any(has_method(stored, method) for method in ("__get__", "__set__", "__delete__")):
        return "class attribute"
    return BUILT_IN_DESCRIPTORS.get(name) or (name if name in FAMILIAR else f"`{name}` descriptor")
