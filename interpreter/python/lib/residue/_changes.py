"""What is different between two fingerprints, as the ledger's findings."""
import sys

from _random import Random

from ._words import (
    PLAIN, class_name, class_names, entry, is_behaviour, is_callable, is_class, is_library, is_module, is_own, module_name, module_names, module_of,
    mro, qualname, spec_part, text, tried,
)

# Attributes with a kind of their own.
HOOKS = {"excepthook", "displayhook", "breakpointhook", "unraisablehook"}
STREAMS = {"stdin", "stdout", "stderr"}
# Compared by content, in `_probes`, or written by Python itself.
PROBED = {
    "sys": {"path", "meta_path", "path_hooks", "argv", "last_exc", "last_type", "last_value", "last_traceback", "ps1", "ps2", "_git"},
    "warnings": {"filters", "onceregistry", "defaultaction", "_filters_version", "_warnings_context"},
    "_warnings": {"filters", "_onceregistry", "_defaultaction"},
    "mimetypes": {"types_map", "inited", "suffix_map", "encodings_map", "common_types", "_db"},
}
# Python keeps these in namespaces for itself.
HOUSEKEEPING = {
    "__warningregistry__", "__annotations__", "__annotations_cache__", "__annotate__", "__annotate_func__", "__abstractmethods__", "_abc_impl",
    "__cached__", "__dict__", "__spec__", "__weakref__", "__builtins__", "__static_attributes__", "__firstlineno__", "__parameters__", "__getattr__",
    "__non_callable_proto_members__", "__protocol_attrs__", "__match_args__", "__doc__", "__conditional_annotations__", "__loader__",
}
# Of these, what somebody may mean to change; then they do it by name, or with a function of their own.
DELIBERATE = {"__getattr__", "__match_args__", "__abstractmethods__"}
PERMANENT = {
    "audit": "Python has no way to remove an audit hook.",
    "abc": "An ABC has no way to forget a registered class.",
    "verdict": "The answer was given and kept; whoever has asked may have acted on it.",
    "dispatch": "A generic function has no way to forget an implementation.",
    "codec": "An error handler can be replaced but not taken back.",
}
NOTHING = None, "nothing"
_modules = sys.modules


class Change:
    """One tracked thing that is not as it was. `before` and `after` are (mark, text)."""

    __slots__ = "kind", "target", "before", "after", "owner", "was", "name"

    def __init__(self, kind, target, before, after, owner=None, was=None, name=None):
        self.kind, self.target, self.before, self.after = kind, target, before, after
        # Whose entry it is, what was there, and the entry's own name.
        self.owner, self.was, self.name = owner, was, name


class Story:
    """What has to be known of a run to judge a part of it."""

    def __init__(self, first, source=""):
        # The snapshot before the run, and the code that runs.
        self.first, self.source = first, Words(source)
        # Of classes and modules that were made since: the names they had when first seen.
        self.made = {}
        # The changes that were found, by kind and target.
        self.known = {}
        # A function of the cell is at work; and what was made since one began, by id: that is still in the making.
        self.inside, self.growing = False, set()
        # Modules and classes that were seen while their module was being imported: a finder of the reader's is watched
        # then, too.
        self.unfinished = set()

    def note(self, snapshot):
        """Remembers with which names new owners came."""
        for key in snapshot.fresh:
            owner, names, _, _ = snapshot.spaces[key]
            if _is_initializing(owner, snapshot):
                self.unfinished.add(key)
            if key in self.first.spaces:
                continue
            if key not in self.made and self.inside:
                self.growing.add(key)
            if key not in self.made or key in self.growing:
                self.made[key] = owner, frozenset(name for name in names if type(name) is str)
        if not self.inside:
            self.growing.clear()

    def came_later(self, owner, name):
        """Whether an entry of a class is younger than the class, or than the run."""
        made = self.made.get(id(owner))
        return name not in (made[1] if made else self.first.spaces[id(owner)][1])


def changes(before, after, story):
    """All changes between two snapshots of a run."""
    found = list(_of_modules(before, after, story))
    for key in after.fresh:
        space, old = after.spaces[key], before.spaces.get(key)
        if old is not None and old is not space and old[3] != space[3] and old[0] is space[0]:
            found += _of_space(space[0], before, after, story)
    found += _of_rows(before, after, story.first, before.blind | after.blind)
    story.note(after)
    return found


def _of_modules(before, after, story):
    for name in before.modules.keys() | after.modules.keys():
        there, here = name in before.modules, name in after.modules
        old, new = before.modules.get(name), after.modules.get(name)
        if there and here and old is new or name == "__main__":
            continue
        if ("module", name) not in story.known:
            if not there and is_library(new) and _is_its_name(name, new):
                continue
            if not here and id(old) in story.unfinished:
                # Its import has failed, as the library's own attempts do.
                continue
        yield Change("module", name, _state(old, there), _state(new, here))


def _is_its_name(name, module):
    """Whether a module of the library stands under its own name, or under one that the library gives it."""
    own = spec_part(module, "name")
    return name == own or f"_py{name}" == own or f"_{name.replace('.', '_')}" == own or name.startswith(("importlib.", "os.", "_sysconfigdata"))


def _state(value, there):
    return (id(value), text(value)) if there else NOTHING


def _of_space(owner, before, after, story):
    if is_module(owner) and id(owner) in story.made and not is_library(owner):
        # A module by hand, still in the making.
        return
    of_class = is_class(owner)
    if id(owner) in story.growing:
        return
    if id(owner) in story.unfinished:
        if not _is_initializing(owner, after):
            story.unfinished.remove(id(owner))
        return
    if of_class and not is_own(owner) and not _is_reachable(owner, after):
        return
    old, new = before.space(owner), after.space(owner)
    if id(owner) in after.labels:
        yield from _of_instance(owner, after.labels[id(owner)], old, new)
        return
    name = class_name(owner) if of_class else module_name(owner)
    for attribute in old.keys() | new.keys():
        if type(attribute) is not str or attribute in PROBED.get(name, ()):
            continue
        (value, number), (was, its) = new.get(attribute, (None, None)), old.get(attribute, (None, None))
        if number == its and (attribute in new) == (attribute in old):
            continue
        if attribute in ("__name__", "__qualname__") and not of_class:
            continue
        given = attribute in new
        by_cell = given and is_own(value) or attribute in old and is_own(was)
        mentioned = attribute in story.source
        if attribute in HOUSEKEEPING and not (attribute in DELIBERATE and (by_cell or mentioned)):
            continue
        if of_class:
            telling = is_behaviour(value) or is_behaviour(was) or attribute in ("__bases__", "__name__") or _inherits_callable(owner, attribute)
            if is_own(owner) and not telling:
                continue
        elif given and is_library(value) and _modules.get(f"{name}.{attribute}") is value and attribute not in old:
            continue
        kind, target = _kind(owner, name, attribute, story)
        if not (by_cell or mentioned or (kind, target) in story.known) and _keeps(owner, attribute):
            continue
        yield Change(kind, target, _known(its, was, attribute in old), _known(number, value, given), owner, was, attribute)


def _is_reachable(cls, snapshot):
    """Whether a class of the library stands where it says: not one that a mock, say, has made for itself."""
    module = snapshot.modules.get(module_of(cls))
    return module is not None and ("." in qualname(cls) or not is_module(module) or module_names(module).get(qualname(cls)) is cls)


def _is_initializing(owner, snapshot):
    """Whether the code of a module, or of a class's module, has not ended yet."""
    module = snapshot.modules.get(module_of(owner)) if is_class(owner) else owner
    return is_module(module) and spec_part(module, "_initializing") is True


def _of_instance(instance, label, old, new):
    """Entries of an instance that hide a callable of its class; all others are its own business."""
    if module_of(type(instance)).startswith("unittest.mock"):
        return
    classes = [class_names(cls) for cls in mro(type(instance))]
    for name in old.keys() | new.keys():
        (value, number), (was, its) = new.get(name, (None, None)), old.get(name, (None, None))
        if number == its and (name in new) == (name in old):
            continue
        hidden = next((cls[name] for cls in classes if name in cls), None)
        if hidden is not None and type(hidden) is not property and is_callable(hidden):
            yield Change("shadow", f"{label}.{name}", _known(its, was, name in old), _known(number, value, name in new), instance, was, name)


def _known(number, value, there):
    return (number, text(value)) if there else NOTHING


def _kind(owner, name, attribute, story):
    target = f"{name}.{attribute}"
    if is_class(owner):
        hides = _inherits_callable(owner, attribute) and story.came_later(owner, attribute)
        return "shadow" if hides else "attribute", target
    if name == "builtins":
        return "builtins", target
    if name == "sys" and attribute in HOOKS:
        return "hook", target
    if name == "sys" and attribute in STREAMS:
        return "stream", target
    if name == "sys" and attribute == "dont_write_bytecode":
        return "setting", target
    if name == "warnings" and attribute in ("showwarning", "formatwarning"):
        return "warnings", target
    return "attribute", target


def _inherits_callable(cls, attribute):
    for base in mro(cls)[1:-1]:
        if attribute in class_names(base):
            return is_callable(entry(base, attribute))
    return False


class Words:
    """A program's text, and the words in it. Without `re`, which the reader may have broken."""

    def __init__(self, source):
        self.source = source
        self.words = frozenset(source.translate({ord(letter): " " for letter in set(source) if not _joins(letter)}).split(" "))

    def __contains__(self, name):
        return any(True for _ in self.places(name))

    def places(self, name):
        """Where a name stands as a word of its own: (begin, end)."""
        if name not in self.words and all(map(_joins, name)):
            return
        at = self.source.find(name)
        while at >= 0:
            end = at + len(name)
            if not (at and _joins(self.source[at - 1]) or _joins(self.source[end : end + 1])):
                yield at, end
            at = self.source.find(name, at + 1)


def _joins(letter):
    return letter.isalnum() or letter == "_"


_sources = {}
# Letters of a module's source that are read.
LONGEST_SOURCE = 1_000_000


def _keeps(owner, name):
    """Whether a module or class writes such an attribute by itself, in the course of its work."""
    if is_class(owner):
        module = _modules.get(module_of(owner))
        if is_own(owner):
            return True
    else:
        module = owner
    file = module_names(module).get("__file__") if is_module(module) else None
    if type(file) is not str or not file.endswith(".py"):
        return False
    if file not in _sources:
        try:
            with _open(file, encoding="utf-8") as opened:
                _sources[file] = Words(opened.read(LONGEST_SOURCE))
        except Exception:
            _sources[file] = Words("")
    words = _sources[file]
    if "globals()" in words.source:
        return True
    for at, end in words.places(name):
        line = words.source[words.source.rfind("\n", 0, at) + 1 : at].lstrip()
        rest = words.source[end : end + 8].lstrip()
        assigned = rest.lstrip("+-*/|&")[:1] == "=" and rest[:2] != "=="
        if line.startswith("global ") or words.source[at - 1 : at] == "." and assigned:
            return True
    return False


_open = open


def _of_rows(before, after, since, blind):
    for key in before.rows.keys() | after.rows.keys():
        old, new = before.rows.get(key), after.rows.get(key)
        if old and new and old[0] == new[0] or (old or new)[4] in blind:
            continue
        kind, target = key
        owner = (new or old)[2]
        if owner is not None:
            # Made in between, it is no change to anything.
            earlier = since if kind in ("cache", "content", "dispatch") else before
            if not _was_there(owner, earlier):
                continue
        if kind == "registry" and (old or new)[3] and not (old and new):
            # A table comes and goes with its module.
            continue
        if kind == "random" and old and new and tried(_only_drew, old[3], new[3]):
            continue
        if kind == "phantom" and not new:
            holder, name = old[3]
            if dict.__contains__(holder, name) if id(type(name)) in PLAIN else any(key is name for key in dict.keys(holder)):
                # Filled: it was only on its way.
                yield Change(kind, target, (old[0], old[1]), (old[0], "filled"), owner)
                continue
        # A way back has to know the key of what nobody has asked for, and what stood in a list before.
        kept = (old or new)[3] if kind == "phantom" else old[3] if old else None
        yield Change(kind, target, (old[0], old[1]) if old else NOTHING, (new[0], new[1]) if new else NOTHING, owner, kept)


def _was_there(owner, snapshot):
    return owner in snapshot.spaces or owner in snapshot.held


def _only_drew(before, after):
    """Whether drawing numbers leads from one state of `random` to another: a million of them at most."""
    twin = Random()
    twin.setstate(before)
    size = len(before) - 1
    twin.getrandbits(32 * ((after[-1] - before[-1]) % size or size))
    for _ in range(2000):
        if twin.getstate() == after:
            return True
        twin.getrandbits(32 * size)
    return False
