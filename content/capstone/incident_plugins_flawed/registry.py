"""The registry: which plugin class answers to which group and name."""

from __future__ import annotations

from collections import defaultdict

from incident_plugins.errors import DefinitionError, NotRegistered
from incident_plugins.framework import PluginMeta

# Classes by group and name.
GROUPS: defaultdict[str, dict[str, PluginMeta]] = defaultdict(dict)


def groups() -> list[str]:
    """The names of all groups, sorted."""
    return sorted(GROUPS)


def members(group: str) -> list[PluginMeta]:
    """The classes of one group, sorted by name; or NotRegistered."""
    if group not in GROUPS:
        known = ", ".join(groups()) or "none"
        raise NotRegistered(
            f"There is no group {group!r}; known: {known}."
        )
    return [plugin for _, plugin in sorted(GROUPS[group].items())]


def find(group: str, name: str) -> PluginMeta:
    """The class with this group and name; or NotRegistered."""
    try:
        return GROUPS[group][name]
    except KeyError:
        raise NotRegistered(
            f"There is no plugin {group}/{name}."
        ) from None


def register(plugin: PluginMeta) -> None:
    """Adds a class. Called by the metaclass, once for each."""
    found = GROUPS[plugin.spec.group]
    if plugin.spec.name in found:
        raise DefinitionError(
            f"{plugin.__name__} can't be {plugin.spec.name}, "
            f"because {found[plugin.spec.name].__name__} is."
        )
    found[plugin.spec.name] = plugin


def clear() -> None:
    """Resets the registry."""
    GROUPS.clear()
