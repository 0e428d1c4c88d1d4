"""What variables of `__main__` and of modules hold: instances, generic functions, tables."""

import types

from ._words import class_names, ids, is_class, is_module, module_name, mro, names_of
from .kinds.contracts import is_generic
from .kinds.tables import of_library

# Types whose instances have no namespace, or one that nobody changes.
_DULL = ids(
    types.BuiltinFunctionType,
    types.FunctionType,
    int,
    str,
    float,
    bool,
    bytes,
    tuple,
    list,
    dict,
    set,
    frozenset,
    type(None),
)


class _Held:
    """What a module holds, as long as its namespace has these marks."""

    __slots__ = "marks", "instances", "generic", "tables"

    def __init__(self, module, names, values, marks):
        self.marks = marks
        place = module_name(module)
        pairs = [(name, value, _own_names(value)) for name, value in zip(names, values) if type(name) is str]
        # [(label, instance, its own namespace)]: public names first, so that an instance is called by one.
        self.instances = [(f"{place}.{name}", value, own) for name, value, own in pairs if own is not None]
        self.instances.sort(key=lambda each: "._" in each[0])
        self.generic = [value for value in values if is_generic(value)]
        self.tables = of_library(module, zip(names, values), self.instances)


# What is known of modules, by their ids.
_known = {}


def instances(snapshot, main):
    """(label, instance, its own namespace) of what variables of `__main__` and of modules hold. Tells the snapshot
    what else they hold: `held`, `generic` and `tables`."""
    for name, value in list(dict.items(main)):
        if type(name) is str and id(value) not in snapshot.held:
            snapshot.held.add(id(value))
            own = _own_names(value)
            if own is not None:
                yield name, value, own
    for key, (owner, names, values, marks) in list(snapshot.spaces.items()):
        if is_class(owner):
            continue
        known = _known.get(key)
        if known is None or known.marks != marks:
            known = _known[key] = _Held(owner, names, values, marks)
        snapshot.generic += known.generic
        if known.tables:
            snapshot.tables.append((owner, known.tables))
        snapshot.held.update(map(id, known.generic))
        for each in known.instances:
            if id(each[1]) not in snapshot.held:
                snapshot.held.add(id(each[1]))
                yield each


def _own_names(value):
    """An instance's own namespace, if it has one. Members of enumerations are as good as constants."""
    if (
        id(type(value)) in _DULL
        or is_class(value)
        or is_module(value)
        or any("_member_map_" in class_names(cls) for cls in mro(type(value)))
    ):
        return None
    return names_of(value)
