"""The registry: which plugin class answers to which group and name.

Its state is one sorted tuple of classes, `state.plugins`. A group
exists as long as a class says it belongs to it, so asking for one
can't bring it into being. `snapshot` and `restore` put back exactly
what was there; `clear` only empties, and nothing registers again by
itself, because an import happens once.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from incident_plugins import state
from incident_plugins.errors import DefinitionError, NotRegistered

if TYPE_CHECKING:
    from incident_plugins.framework import PluginMeta


def groups() -> list[str]:
    """The names of all groups, sorted."""
    return sorted({each.spec.group for each in state.plugins})


def members(group: str) -> list[PluginMeta]:
    """The classes of one group, sorted by name; or NotRegistered."""
    every = state.plugins
    found = [each for each in every if each.spec.group == group]
    if not found:
        known = ", ".join(groups()) or "none"
        raise NotRegistered(
            f"There is no group {group!r}; known: {known}."
        )
    return found


def find(group: str, name: str) -> PluginMeta:
    """The class with this group and name; or NotRegistered."""
    found = {each.spec.name: each for each in members(group)}
    if name not in found:
        raise NotRegistered(
            f"The group {group!r} has no plugin {name!r}; "
            f"known: {', '.join(found)}."
        )
    return found[name]


def register(plugin: PluginMeta) -> None:
    """Adds a class. Called by the metaclass, once for each."""
    taken = {identity(each): each for each in state.plugins}
    other = taken.get(identity(plugin))
    if other is not None:
        raise DefinitionError(
            f"{plugin.__name__} can't be {'/'.join(identity(other))}, "
            f"because {other.__name__} is."
        )
    every = *state.plugins, plugin
    state.plugins = tuple(sorted(every, key=identity))


def identity(plugin: PluginMeta) -> tuple[str, str]:
    """What a class is known by, and sorted by."""
    return plugin.spec.group, plugin.spec.name


def snapshot() -> tuple[PluginMeta, ...]:
    """What is registered now, to be given to `restore` later."""
    return state.plugins


def restore(saved: tuple[PluginMeta, ...]) -> None:
    """Makes the registry what it was: the same classes, not copies."""
    state.plugins = saved


def clear() -> None:
    """Empties the registry. To get it back, take a snapshot first."""
    state.plugins = ()


@contextmanager
def restored() -> Iterator[None]:
    """Whatever the block does to the registry ends with the block."""
    saved = snapshot()
    try:
        yield
    finally:
        restore(saved)
