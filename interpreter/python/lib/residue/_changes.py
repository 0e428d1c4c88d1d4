"""What is different between two fingerprints, and the findings of a run.

1. Kinds that compare fingerprints themselves do so: what stands in `sys.modules` is compared in this way.
2. Of namespaces that are not as they were, each entry that has changed is claimed by a kind, unless it is the run's
   own business (what the reader made in the run) or the library's (what the library writes for itself).
3. Rows that come, go or change are changes of their kind, unless the kind says that such a difference is ordinary.
"""

from ._findings import NOTHING, Change, Finding
from ._kind import COMPARISON, END, ENTRIES, INSTANCES
from ._sources import ProgramText, writes_itself
from ._words import (
    class_name,
    is_behaviour,
    is_class,
    is_function,
    is_library,
    is_module,
    is_own,
    module_name,
    module_names,
    module_of,
    qualname,
    spec_part,
    text,
)
from .kinds import COMPARED, KINDS, seen_in
from .kinds.attributes import inherits_callable

_ENTRIES, _INSTANCES, _COMPARISONS, _AT_END = (
    [(kind, probe.look) for kind, probe in seen_in(place)] for place in (ENTRIES, INSTANCES, COMPARISON, END)
)
_ORDERS = "gt", "ge", "lt", "le"
# What Python and the library write into namespaces of modules for themselves.
WRITTEN_BY_LIBRARY = {
    "sys": {"last_exc", "last_type", "last_value", "last_traceback", "ps1", "ps2", "_git"},
    "warnings": {"onceregistry", "defaultaction", "_filters_version", "_warnings_context", "_showwarnmsg_impl"},
    "_warnings": {"_onceregistry", "_defaultaction"},
    # `functools.total_ordering` gives its functions other names and docstrings at each use.
    "functools": {
        f"_{made}_from_{given}"
        for made in ("gt", "ge", "lt", "le")
        for given in ("gt", "ge", "lt", "le")
        if made != given
    },
    "mimetypes": {"inited", "suffix_map", "encodings_map", "common_types", "_db"},
}
# Entries of modules that are left out here, by the module's name: those, and what the probes of kinds compare by
# content.
LEFT_OUT = {
    name: WRITTEN_BY_LIBRARY.get(name, frozenset()) | COMPARED.get(name, frozenset())
    for name in WRITTEN_BY_LIBRARY.keys() | COMPARED.keys()
}
# Python keeps these in namespaces for itself.
HOUSEKEEPING = {
    "__warningregistry__",
    "__annotations__",
    "__annotations_cache__",
    "__annotate__",
    "__annotate_func__",
    "__abstractmethods__",
    "_abc_impl",
    "__cached__",
    "__dict__",
    "__spec__",
    "__weakref__",
    "__builtins__",
    "__static_attributes__",
    "__firstlineno__",
    "__parameters__",
    "__getattr__",
    "__non_callable_proto_members__",
    "__protocol_attrs__",
    "__match_args__",
    "__doc__",
    "__conditional_annotations__",
    "__loader__",
}
# Of these, what somebody may mean to change; then they do it by name, or with a function of their own.
DELIBERATE = {"__getattr__", "__match_args__", "__abstractmethods__"}


# Attributes of modules, and the functions that set them, where the name of the one is not in that of the other.
SETTERS = {"_current_domain": "textdomain"}
# What runners of tests change for as long as they run.
OF_RUNNERS = {
    "_colorize.can_colorize",
    "linecache.getlines",
    "pdb.set_trace",
    "sys.displayhook",
    "sys.stderr",
    "sys.stdout",
    "warnings.filters",
}
# Letters that a word has at least which stands for an attribute in the name of a function.
LONG_WORD = 6


class Story:
    """What has to be known of a run to judge a part of it, and what was found.

    * `first`: the fingerprint before the run
    * `text`: the code that runs
    * `known`: the findings, by kind and target, in the order in which they came
    * `made`: the classes and modules that were made since, by id, with the names that they had when first seen
    * `is_inside`: whether a function is at work, and not a statement of the cell's top level
    * `growing`: ids of what was made since a function began; it is still in the making
    * `looked_through`: ids of modules that were imported in the run and have been looked through
    * `unfinished`: ids of modules, and of their classes, that were seen while their module was being imported: a finder
      of the reader's is watched then, too
    """

    def __init__(self, first, source=""):
        self.first, self.text = first, ProgramText(source)
        self.known, self.made = {}, {}
        self.is_inside, self.growing, self.unfinished, self.looked_through = False, set(), set(), set()

    def add(self, change, line=None):
        """Takes in a change that the statement of a line has made."""
        key = change.kind, change.target
        if change.is_settled:
            self.known.pop(key, None)
            return
        finding = self.known.get(key)
        if finding is None:
            finding = self.known[key] = Finding(change, line)
        finding.after = change.after
        finding.gone = line if finding.status == "reverted" else None

    def add_what_is_seen_at_the_end(self, last, line=None):
        """Takes in what is only looked for when a run has ended, with its last fingerprint."""
        for kind, compare in _AT_END:
            for target, before, after in compare(self.first, last):
                self.known[kind, target] = Finding(Change(kind, target, before, after), line)

    def drop_what_has_passed(self):
        """Lets go of findings that were put back and are not worth being told."""
        for key, finding in list(self.known.items()):
            if finding.kind.is_passing is not None and finding.kind.is_passing(finding):
                del self.known[key]
            elif self._is_of_a_runner(finding):
                del self.known[key]

    def _is_of_a_runner(self, finding):
        """Whether a runner of tests or of coroutines has changed something for itself: it puts it back, or it is the
        last value that a doctest has shown."""
        if finding.target == "builtins._":
            return "doctest" in self.text
        if finding.target == "asyncio.event_loop":
            return finding.status == "reverted" and "set_event_loop" not in self.text
        is_run = "doctest" in self.text or "unittest" in self.text
        is_named = finding.target in self.text.source
        return is_run and finding.status == "reverted" and finding.target in OF_RUNNERS and not is_named

    def notice_new_owners(self, snapshot):
        """Takes notice of which owners of namespaces are new, and with which names they came."""
        for key in snapshot.fresh:
            owner, names, _, _ = snapshot.spaces[key]
            if _is_initializing(owner, snapshot):
                self.unfinished.add(key)
            if key in self.first.spaces:
                continue
            if key not in self.made and self.is_inside:
                self.growing.add(key)
            if key not in self.made or key in self.growing:
                self.made[key] = owner, frozenset(name for name in names if type(name) is str)
        if not self.is_inside:
            self.growing.clear()

    def came_later(self, owner, name):
        """Whether an entry of a class is younger than the class, or than the run."""
        made = self.made.get(id(owner))
        return name not in (made[1] if made else self.first.spaces[id(owner)][1])


def changes(before, after, story):
    """All changes between two snapshots of a run."""
    found = [Change(kind, *each) for kind, compare in _COMPARISONS for each in compare(before, after, story)]
    for key in after.fresh:
        space, old = after.spaces[key], before.spaces.get(key)
        if old is not None and old is not space and old[3] != space[3] and old[0] is space[0]:
            found += _of_space(space[0], before, after, story)
    found += _of_rows(before, after, story.first)
    story.notice_new_owners(after)
    found += _kept_by_imports(after, story)
    return found


def _kept_by_imports(after, story):
    """What modules of the library have of the reader's that were imported for the first time in the run: they keep what
    was patched just then. Each is looked at once, when its import has ended."""
    for key in after.fresh:
        owner, names, values, marks = after.spaces[key]
        if key in story.first.spaces or key in story.looked_through or key in after.labels or is_class(owner):
            continue
        if not is_module(owner) or not is_library(owner) or _is_initializing(owner, after):
            continue
        story.looked_through.add(key)
        place = module_name(owner)
        for name, (value, number) in after.space(owner).items():
            # A module of mocks has mocks of its own.
            if is_own(value) and not is_module(value) and not place.startswith("unittest.mock"):
                kind = next(kind for kind, claims in _ENTRIES if claims(owner, place, name, story))
                yield Change(kind, f"{place}.{name}", NOTHING, _state(number, value, True), owner, None, name)


def _of_space(owner, before, after, story):
    if is_module(owner) and id(owner) in story.made and not is_library(owner):
        # A module by hand, still in the making.
        return
    if id(owner) in story.growing:
        return
    if id(owner) in story.unfinished:
        if not _is_initializing(owner, after):
            story.unfinished.remove(id(owner))
        return
    of_class = is_class(owner)
    if of_class and not is_own(owner) and not _is_reachable(owner, after):
        return
    old, new = before.space(owner), after.space(owner)
    if not of_class and id(owner) not in after.labels and _is_loaded_again(owner, old, new):
        # All of it is new, which is one finding; none if the module came in the same run.
        if id(owner) in story.first.spaces:
            (was, _), (now, _) = old["__spec__"], new["__spec__"]
            states = (id(was), "its first load"), (id(now), "loaded again")
            yield Change(KINDS["module"], module_name(owner), *states)
        return
    if id(owner) in after.labels:
        yield from _of_instance(owner, after.labels[id(owner)], old, new, story)
        return
    name = class_name(owner) if of_class else module_name(owner)
    for attribute in old.keys() | new.keys():
        if type(attribute) is not str or attribute in LEFT_OUT.get(name, ()):
            continue
        is_there, was_there = attribute in new, attribute in old
        (value, number), (was, old_number) = new.get(attribute, (None, None)), old.get(attribute, (None, None))
        if number == old_number and is_there == was_there:
            continue
        if attribute in ("__name__", "__qualname__") and not of_class:
            continue
        if value is was and is_there and was_there:
            if id(value) in after.labels:
                # Its class is another one, which has a row of its own.
                continue
            if not of_class and is_function(value) and _is_at_home_elsewhere(value, name, attribute, after):
                # A function was changed in place, which is told once, by the name of its own module.
                continue
        by_cell = is_there and is_own(value) or was_there and is_own(was)
        is_mentioned = attribute in story.text or _is_set_by_function(attribute, story)
        if attribute in HOUSEKEEPING and not (attribute in DELIBERATE and (by_cell or is_mentioned)):
            continue
        if of_class:
            is_telling = (
                is_behaviour(value)
                or is_behaviour(was)
                or attribute in ("__bases__", "__name__")
                or inherits_callable(owner, attribute)
            )
            if is_own(owner) and not is_telling:
                continue
        elif is_there and is_library(value) and after.modules.get(f"{name}.{attribute}") is value and not was_there:
            # A submodule, which its import has put into its package.
            continue
        kind = next(kind for kind, claims in _ENTRIES if claims(owner, name, attribute, story))
        target = f"{name}.{attribute}"
        if not (by_cell or is_mentioned or (kind, target) in story.known) and writes_itself(owner, attribute):
            continue
        yield Change(
            kind, target, _state(old_number, was, was_there), _state(number, value, is_there), owner, was, attribute
        )


def _is_loaded_again(module, old, new):
    """Whether a module of the library was loaded a second time into the same namespace, as `importlib.reload` does. It
    has another spec then."""
    if "__spec__" not in old or "__spec__" not in new or not is_library(module):
        return False
    (was, _), (now, _) = old["__spec__"], new["__spec__"]
    return was is not now and was is not None and now is not None


def _is_at_home_elsewhere(function, name, attribute, snapshot):
    """Whether a module has a function of another module, where it goes by the same name."""
    home = module_of(function)
    module = snapshot.modules.get(home)
    return home != name and is_module(module) and module_names(module).get(attribute) is function


def _is_set_by_function(attribute, story):
    """Whether the text has a function whose name says that it sets such an attribute, as `install_opener` does with
    `_opener`."""
    if attribute in SETTERS and SETTERS[attribute] in story.text:
        return True
    word = attribute.strip("_")
    is_private = attribute[:1] == "_" and attribute[:2] != "__" and len(word) >= LONG_WORD
    return is_private and any(f"{verb}_{word}(" in story.text.source for verb in ("set", "install", "register"))


def _is_reachable(cls, snapshot):
    """Whether a class of the library stands where it says: not one that a mock, say, has made for itself."""
    module = snapshot.modules.get(module_of(cls))
    return module is not None and (
        "." in qualname(cls) or not is_module(module) or module_names(module).get(qualname(cls)) is cls
    )


def _is_initializing(owner, snapshot):
    """Whether the code of a module, or of a class's module, has not ended yet."""
    module = snapshot.modules.get(module_of(owner)) if is_class(owner) else owner
    return is_module(module) and spec_part(module, "_initializing") is True


def _of_instance(instance, label, old, new, story):
    """Entries of an instance that a kind claims; all others are its own business."""
    if module_of(type(instance)).startswith("unittest.mock"):
        return
    for name in old.keys() | new.keys():
        is_there, was_there = name in new, name in old
        (value, number), (was, old_number) = new.get(name, (None, None)), old.get(name, (None, None))
        if number == old_number and is_there == was_there:
            continue
        for kind, claims in _INSTANCES:
            if claims(instance, name, label, story):
                yield Change(
                    kind,
                    f"{label}.{name}",
                    _state(old_number, was, was_there),
                    _state(number, value, is_there),
                    instance,
                    was,
                    name,
                )
                break


def _state(number, value, is_there):
    return (number, text(value)) if is_there else NOTHING


def _of_rows(before, after, first):
    blind = before.blind | after.blind
    for key in before.rows.keys() | after.rows.keys():
        old, new = before.rows.get(key), after.rows.get(key)
        if old and new and old[0] == new[0]:
            continue
        _, _, _, kept, part = old or new
        if part in blind:
            continue
        owner = (new or old)[2]
        kind = KINDS[key[0]]
        # What was made in between is not changed by what it was made with.
        if owner is not None and not _was_there(owner, first if kind.from_beginning else before):
            continue
        if kind.is_ordinary is not None and kind.is_ordinary(old, new):
            continue
        was, now = (row[:2] if row else NOTHING for row in (old, new))
        is_settled = new is None and kind.has_settled is not None and kind.has_settled(old)
        yield Change(kind, key[1], was, now, owner, kept, is_settled=is_settled)


def _was_there(owner, snapshot):
    return owner in snapshot.spaces or owner in snapshot.held
