"""Kinds for what the namespaces of modules, classes and instances hold.

The kind `attribute` takes every entry that no other kind has claimed; that is why this family is the last.
"""

import sys
import types

from .. import _ways
from .._kind import (
    IS_GONE,
    IS_NEW,
    NEVER,
    THIS_CLASS,
    THIS_MODULE,
    THIS_OBJECT,
    WHOLE_PROCESS,
    Kind,
    is_another,
    of_entries,
    of_instances,
    of_snapshot,
    of_variables,
    said,
)
from .._words import (
    PLAIN,
    class_names,
    entry,
    guest,
    is_callable,
    is_class,
    is_module,
    is_own,
    module_name,
    module_of,
    mro,
    qualname,
    text,
)

_modules = sys.modules


def entry_back(finding, main):
    """What gives a module or class an entry back, or takes it."""
    change = finding.change
    owner, name, was = change.owner, change.name, change.was
    way = _ways.to(owner, main)
    if not way:
        return ""
    lines, place = way
    if finding.is_added:
        return "\n".join([*lines, _ways.deleted(place, name)])
    words = _ways.literal(was) if id(type(was)) in PLAIN else None
    key = f"{module_of(owner)}.{qualname(owner)}" if is_class(owner) else module_name(owner)
    if words is None and getattr(guest, "originals", {}).get(key, {}).get(name, change) is was:
        lines, words = ["import residue", *lines], f"residue.original({f'{key}.{name}'!r})"
    return "\n".join([*lines, _ways.assigned(place, name, words)]) if words is not None else ""


# The names of `builtins`, and the variables that hide one.

# Every notebook has a `_` and some names with two underscores of its own; those hide nothing.
HIDEABLE = frozenset(name for name in vars(__import__("builtins")) if name[:2] != "__" and name != "_")


def _is_of_builtins(owner, of, name, story):
    return of == "builtins" and not is_class(owner)


BUILTINS = Kind(
    "builtins",
    probes=(of_entries(_is_of_builtins),),
    added=IS_NEW,
    removed=IS_GONE,
    changed=is_another,
    scope=WHOLE_PROCESS,
    undo=entry_back,
    permanent=NEVER,
)


# Names that hide something: a variable a built-in, a class's or instance's entry what it inherits.


def _hidden_by_a_variable(row, name, value, main, snapshot):
    row(name, "hidden", text(value))


def inherits_callable(cls, name):
    """Whether a class has a callable of that name from another class than `object`."""
    for base in mro(cls)[1:-1]:
        if name in class_names(base):
            return is_callable(entry(base, name))
    return False


def _is_hidden_by_a_class(owner, of, name, story):
    return is_class(owner) and inherits_callable(owner, name) and story.came_later(owner, name)


def _is_hidden_by_an_instance(instance, name, label, story):
    classes = [class_names(cls) for cls in mro(type(instance))]
    hidden = next((names[name] for names in classes if name in names), None)
    return hidden is not None and type(hidden) is not property and is_callable(hidden)


HIDES, HIDES_NO_LONGER = (
    "`{target}` in this notebook hides the built-in",
    "`{target}` in this notebook no longer hides the built-in",
)


def _hiding(of_variable, of_entry):
    """The sentence about what hides a callable; a variable has no dot in its name."""

    def words(finding, target, before, after):
        return said(of_entry if "." in finding.target else of_variable, finding, target, before, after)

    return words


def _no_longer_hidden(finding, main):
    change = finding.change
    if is_class(change.owner) or is_module(change.owner):
        return entry_back(finding, main)
    if not finding.is_added:
        return ""
    if change.owner is None:
        return f"del {change.target}"
    way = _ways.labelled(change.target[: -len(change.name) - 1], change.owner, main)
    return "\n".join([*way[0], _ways.deleted(way[1], change.name)]) if way else ""


SHADOW = Kind(
    "shadow",
    probes=(
        of_variables(_hidden_by_a_variable, names=HIDEABLE),
        of_entries(_is_hidden_by_a_class),
        of_instances(_is_hidden_by_an_instance),
    ),
    added=_hiding(HIDES, "`{target}` hides what it inherits: {after}"),
    removed=_hiding(HIDES_NO_LONGER, IS_GONE),
    changed=_hiding(HIDES, is_another),
    scope=THIS_OBJECT,
    undo=_no_longer_hidden,
    permanent=NEVER,
)


# All other entries; what a module or an object of the library is an instance of; and what such an object holds.

CLASS_OF = ".__class__"
# Letters that a word has at least which stands for an attribute in a cell.
SHORTEST_WORD = 4
# Classes about whose instances other kinds tell.
HAVE_KINDS = {
    ("logging", "Logger"),
    ("logging", "RootLogger"),
    ("decimal", "Context"),
    ("_pydecimal", "Context"),
    ("random", "Random"),
}


def _is_of_any(owner, of, name, story):
    return True


def _classes_of_modules(row, snapshot, mark):
    for module in snapshot.modules.values():
        if type(module) is not types.ModuleType and is_module(module):
            row(f"{module_name(module)}{CLASS_OF}", id(type(module)), text(type(module)), id(module))


def _classes_of_objects(row, snapshot, mark):
    # What class an object of the reader's own is of is the reader's business.
    for key, first in snapshot.classes.items():
        kind = type(snapshot.spaces[key][0])
        if kind is not first:
            row(f"{snapshot.labels[key]}{CLASS_OF}", id(kind), text(kind), key, first)


def _is_meant(instance, name, label, story):
    """Whether a cell means to change what an object of the library holds: it names the entry, or a function whose name
    has that in it, as `setfirstweekday` has the one of `_firstweekday`."""
    word = name.strip("_")
    return (
        "." in label
        and not is_own(type(instance))
        and (module_of(type(instance)), qualname(type(instance))) not in HAVE_KINDS
        and len(word) >= SHORTEST_WORD
        and word in story.text.source
    )


def _attribute(sentence):
    """The sentence about an entry, or about the class of a module or an object."""

    def words(finding, target, before, after):
        if finding.target.endswith(CLASS_OF):
            of = target.removesuffix(CLASS_OF)
            return f"the module `{of}` is now of {after}" if of in _modules else f"`{of}` is of {after} now"
        return said(sentence, finding, target, before, after)

    return words


def _class_or_module(finding):
    owner = finding.change.owner
    return THIS_CLASS if is_class(owner) else THIS_MODULE if is_module(owner) else THIS_OBJECT


def _attribute_back(finding, main):
    change = finding.change
    owner = change.owner
    if is_class(owner) or is_module(owner):
        return entry_back(finding, main)
    if not finding.target.endswith(CLASS_OF):
        way = _ways.labelled(finding.target.rpartition(".")[0], owner, main)
        words = _ways.literal(change.was) if id(type(change.was)) in PLAIN else None
        if not way or finding.is_added or words is None:
            return ""
        return "\n".join([*way[0], _ways.assigned(way[1], change.name, words)])
    # A row about the class of what has this id.
    module = next((module for module in dict.values(_modules) if id(module) == owner), None)
    if is_module(module):
        way = _ways.to(module, main) if finding.is_added else None
        return "\n".join([*way[0], "import types", f"{way[1]}.__class__ = types.ModuleType"]) if way else ""
    way = _ways.to(change.was, main) if is_class(change.was) else None
    place, _, name = finding.target.removesuffix(CLASS_OF).rpartition(".")
    if not way or place not in _modules:
        return ""
    return "\n".join([f"import {place}", *way[0], f"{place}.{name}.__class__ = {way[1]}"])


ATTRIBUTE = Kind(
    "attribute",
    probes=(
        of_entries(_is_of_any),
        of_instances(_is_meant),
        of_snapshot(_classes_of_modules),
        of_snapshot(_classes_of_objects),
    ),
    added=_attribute(IS_NEW),
    removed=_attribute(IS_GONE),
    changed=_attribute(is_another),
    scope=_class_or_module,
    undo=_attribute_back,
    permanent=NEVER,
    from_beginning=True,
)

KINDS = BUILTINS, SHADOW, ATTRIBUTE
