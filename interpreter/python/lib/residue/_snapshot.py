"""A fingerprint: what every module, every class and every registry of the process holds just now.

Taking one looks and does not touch: it reads namespaces themselves, by identity and, for plain immutable values,
by content. `changes` (in `_changes`) compares two of them.
"""
import gc
import sys
import types

from . import _probes
from ._words import PLAIN, class_names, is_class, is_module, module_names, text

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
            return hash((id(value), id(parts[0]), mark(parts[1]), mark(parts[2])))
        return hash((id(type(value)), id(value)))

    def census(owners, namespaces, known):
        spaces = {}
        for owner, names in zip(owners, namespaces):
            if is_class(names):
                names = dict(class_names(names), __bases__=_bases(names), __name__=_name(names))
            values = list(dict.values(names))
            space = owner, list(dict.keys(names)), values, [hash((mark(name), mark(value))) for name, value in dict.items(names)]
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
    """`spaces` by the owner's id: (owner, names, values, marks). `rows` by (kind, target): see `_probes`. Names that are not
    plain strings are left out: to compare them is to ask the reader.

    It holds what it has seen, so nothing of it can be freed and another object take its address. Spaces that are as in
    an `earlier` snapshot are the same tuples."""

    __slots__ = "modules", "spaces", "rows", "blind", "names", "held", "generic", "tables", "labels", "collects", "fresh", "earlier", "contracts"

    def __init__(self, main, earlier=None):
        # Collecting garbage would take longer than all the rest.
        self.collects = _collects()
        _stop_collecting()
        try:
            self.earlier = earlier
            self._take(main, earlier.spaces if earlier else {})
            self.earlier = None
        finally:
            if self.collects:
                _go_on_collecting()

    def _take(self, main, known):
        self.modules = {name if type(name) is str else f"[{text(name)}]": module for name, module in dict.items(_modules)}
        modules = [module for module in self.modules.values() if is_module(module) and module_names(module) is not main]
        spaces = [module_names(module) for module in modules]
        kinds = classes()
        self.spaces, self.fresh = census(modules + kinds, spaces + kinds, known)
        self.names = {name for name in main if type(name) is str}
        # Ids of what variables of `__main__` and of modules hold; the generic functions and the library's tables among that.
        self.held, self.generic, self.tables = set(), [], []
        things = list(_probes.instances(self, main))
        more, fresh = census([value for _, value, _ in things], [own for _, _, own in things], known)
        self.spaces |= more
        self.fresh += fresh
        self.labels = {id(value): name for name, value, _ in things}
        # Parts of the rows that could not be looked at.
        self.blind = set()
        self.rows = _probes.rows(self, main, mark)

    def space(self, owner):
        """{name: (value, mark)} of a module or class."""
        _, names, values, marks = self.spaces[id(owner)]
        return {name: (value, number) for name, value, number in zip(names, values, split(marks)) if type(name) is str}


def split(marks):
    """One by one, from the packed form."""
    return memoryview(marks).cast("Q").tolist() if type(marks) is bytes else marks
