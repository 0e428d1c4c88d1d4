"""A fingerprint: what every module, every class and every registry of the process holds just now.

Taking one looks and does not touch: it reads namespaces themselves, by identity and, for plain immutable values,
by content. `changes` (in `_changes.py`) compares two of them.
"""

import gc
import sys
import types

from ._instances import instances
from ._probes import rows
from ._words import PLAIN, class_names, is_class, is_module, is_own, module_names, text

try:
    from _residue import census, classes, mark
except ImportError:  # Any other Python: the same in Python, slower.
    _bases, _name = (type.__dict__[name].__get__ for name in ("__bases__", "__name__"))

    def mark(value):
        if id(type(value)) in PLAIN:
            return hash((type(value).__name__, value))
        if type(value) is tuple:
            return hash(tuple(map(mark, value)))
        if type(value) is types.FunctionType:
            parts = value.__code__, value.__defaults__, tuple((value.__kwdefaults__ or {}).items())
            number = hash((id(value), id(parts[0]), mark(parts[1]), mark(parts[2])))
            if value.__code__.co_filename.startswith("<cell "):
                return number
            labels = value.__name__, value.__doc__, value.__module__, value.__type_params__
            own = [(name, id(each) if type(each) is type(mark) else mark(each)) for name, each in vars(value).items()]
            return hash((number, mark(labels), tuple(own)))
        if type(value) in (classmethod, staticmethod, property):
            parts = [getattr(value, part, None) for part in ("__func__", "fget", "fset", "fdel")]
            return hash((id(value), *(mark(part) for part in parts if type(part) is types.FunctionType)))
        return hash((id(type(value)), id(value)))

    def census(owners, namespaces, known):
        spaces = {}
        for owner, names in zip(owners, namespaces):
            if is_class(names):
                names = dict(class_names(names), __bases__=_bases(names), __name__=_name(names))
            values = list(dict.values(names))
            space = (
                owner,
                list(dict.keys(names)),
                values,
                [hash((mark(name), mark(value))) for name, value in dict.items(names)],
            )
            before = known.get(id(owner))
            spaces[id(owner)] = before if before and before[0] is owner and before[3] == space[3] else space
        return spaces, [key for key, space in spaces.items() if known.get(key) is not space]

    def classes():
        found, seen = [object], {id(object)}
        for cls in found:
            below = [each for each in type.__subclasses__(cls) if id(each) not in seen]
            seen.update(map(id, below))
            found += below
        return found


_modules = sys.modules
_collects, _stop_collecting, _go_on_collecting = gc.isenabled, gc.disable, gc.enable


class Snapshot:
    """All that is compared of a process.

    * `modules`: what stands in `sys.modules`, by name; a name that is not a plain string is written in brackets
    * `names`: the names of variables of `__main__`
    * `spaces`: for each module, class and instance, by its id: (owner, names, values, marks)
    * `fresh`: the ids of the spaces that are not as they were in the earlier snapshot
    * `labels`: what instances are called, by their ids: a variable's name, or `module.name`
    * `classes`: by id the class of each of them whose class is the library's, as it was when it was first seen
    * `rows`: by (name of the kind, target); see `_probes.py`
    * `blind`: the parts of the rows that could not be looked at
    * `held`: ids of what variables of `__main__` and of modules hold
    * `generic`: the generic functions that modules hold
    * `tables`: (module, its tables) of the library; see `kinds/tables.py`
    * `counted`: ids of what variables hold that has been looked at, and is not to be looked at under a second name
    * `contracts`: the token of the ABCs, and what was registered with them then
    * `collects`: whether garbage is collected
    * `earlier`: the snapshot before this one, while this one is taken

    Names that are not plain strings are left out of comparisons: to compare them is to ask the reader. A snapshot
    holds what it has seen, so nothing of that can be freed and have its address taken by something else. Spaces
    that are as in the earlier snapshot are the same tuples.
    """

    __slots__ = (
        "modules",
        "names",
        "spaces",
        "fresh",
        "labels",
        "classes",
        "rows",
        "blind",
        "held",
        "generic",
        "tables",
        "counted",
        "contracts",
        "collects",
        "earlier",
    )

    def __init__(self, main, earlier=None):
        self.collects = _collects()
        # Collecting garbage would take longer than all the rest.
        _stop_collecting()
        try:
            self.earlier = earlier
            self._take(main, earlier.spaces if earlier else {})
            self.earlier = None
        finally:
            if self.collects:
                _go_on_collecting()

    def _take(self, main, known):
        self.modules = {
            name if type(name) is str else f"[{text(name)}]": module for name, module in dict.items(_modules)
        }
        modules = [module for module in self.modules.values() if is_module(module) and module_names(module) is not main]
        spaces = [module_names(module) for module in modules]
        kinds = classes()
        self.spaces, self.fresh = census(modules + kinds, spaces + kinds, known)
        self.names = {name for name in main if type(name) is str}
        self.held, self.generic, self.tables, self.counted = set(), [], [], set()
        things = list(instances(self, main))
        more, fresh = census([value for _, value, _ in things], [own for _, _, own in things], known)
        self.spaces |= more
        self.fresh += fresh
        self.labels, self.classes = {}, {}
        self._name(things)
        self.blind = set()
        self.rows = rows(self, main, mark)

    def _name(self, things):
        """Notes what instances are called and of which class they were at first. What has a name goes by it, whatever
        variables hold it later, unless that name leads to something else by now."""
        called, known = (self.earlier.labels, self.earlier.classes) if self.earlier else ({}, {})
        taken = None
        for label, value, _ in things:
            key = id(value)
            earlier = called.get(key, label)
            if earlier != label:
                taken = taken or {label for label, _, _ in things}
                earlier = label if earlier in taken else earlier
            self.labels[key] = earlier
            first = known.get(key, type(value))
            if key in known or not is_own(first):
                self.classes[key] = first

    def space(self, owner):
        """{name: (value, mark)} of a module, class or instance."""
        _, names, values, marks = self.spaces[id(owner)]
        return {name: (value, number) for name, value, number in zip(names, values, split(marks)) if type(name) is str}


def split(marks):
    """The marks of a space one by one: the guest packs them into bytes, another Python has a list."""
    return memoryview(marks).cast("Q").tolist() if type(marks) is bytes else marks
