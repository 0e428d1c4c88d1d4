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


def _is_hidden_by_an_instance(instance, name):
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


# All other entries, and the class that a module is of.

CLASS_OF_MODULE = ".__class__"


def _is_of_any(owner, of, name, story):
    return True


def _classes_of_modules(row, snapshot, mark):
    for module in snapshot.modules.values():
        if type(module) is not types.ModuleType and is_module(module):
            row(f"{module_name(module)}{CLASS_OF_MODULE}", id(type(module)), text(type(module)), id(module))


def _attribute(sentence):
    """The sentence about an entry, or about the class that a module is of now."""

    def words(finding, target, before, after):
        if finding.target.endswith(CLASS_OF_MODULE):
            return f"the module `{target.removesuffix(CLASS_OF_MODULE)}` is now of {after}"
        return said(sentence, finding, target, before, after)

    return words


def _class_or_module(finding):
    return THIS_CLASS if is_class(finding.change.owner) else THIS_MODULE


def _attribute_back(finding, main):
    owner = finding.change.owner
    if is_class(owner) or is_module(owner):
        return entry_back(finding, main)
    # A row about the class of the module with this id.
    module = next((module for module in dict.values(_modules) if id(module) == owner), None)
    way = _ways.to(module, main) if finding.is_added and is_module(module) else None
    return "\n".join([*way[0], "import types", f"{way[1]}.__class__ = types.ModuleType"]) if way else ""


ATTRIBUTE = Kind(
    "attribute",
    probes=(of_entries(_is_of_any), of_snapshot(_classes_of_modules)),
    added=_attribute(IS_NEW),
    removed=_attribute(IS_GONE),
    changed=_attribute(is_another),
    scope=_class_or_module,
    undo=_attribute_back,
    permanent=NEVER,
)

KINDS = BUILTINS, SHADOW, ATTRIBUTE
