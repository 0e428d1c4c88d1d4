"""The six commands that look.

Each asks a catalogue for classes, reads their specs, and returns data
ready for JSON. None makes a plugin or calls an action, and this module
does not import `operate`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from incident_plugins.specs import FieldSpec, ParameterSpec, PluginSpec

if TYPE_CHECKING:
    from incident_plugins.framework import PluginMeta

Data = dict[str, Any]


class Catalogue(Protocol):
    """What the commands need; the module `registry` is one."""

    def groups(self) -> list[str]:
        """The names of all groups, sorted."""

    def members(self, group: str) -> list[PluginMeta]:
        """The classes of one group, sorted by name."""

    def find(self, group: str, name: str) -> PluginMeta:
        """The class that answers to a group and a name."""


def manifest(catalogue: Catalogue, group: str | None = None) -> Data:
    """What there is: plugins with their fields and actions by name."""
    return {
        each: [_summary(spec) for spec in specs]
        for each, specs in _by_group(catalogue, group).items()
    }


def plugin(catalogue: Catalogue, group: str, plugin: str) -> Data:
    """One plugin, with its fields' rules and actions' signatures."""
    spec = catalogue.find(group, plugin).spec
    return _summary(spec) | {
        "fields": {
            each.name: _field(each) for each in spec.fields.values()
        },
        "actions": {
            each.name: str(each.signature)
            for each in spec.actions.values()
        },
    }


def field(
    catalogue: Catalogue, group: str, plugin: str, field: str
) -> Data:
    """What one field takes."""
    spec = catalogue.find(group, plugin).spec.field(field)
    return {"name": spec.name} | _field(spec)


def action(
    catalogue: Catalogue, group: str, plugin: str, action: str
) -> Data:
    """How one action is called."""
    spec = catalogue.find(group, plugin).spec.action(action)
    return {
        "name": spec.name,
        "doc": spec.doc,
        "signature": str(spec.signature),
        "parameters": [
            {"name": each.name, "kind": each.kind} | _need(each)
            for each in spec.parameters
        ],
    }


def registry(catalogue: Catalogue, group: str | None = None) -> Data:
    """Which plugins are registered, by group."""
    return {
        each: [spec.name for spec in specs]
        for each, specs in _by_group(catalogue, group).items()
    }


def signatures(catalogue: Catalogue, group: str | None = None) -> Data:
    """How each plugin is made."""
    return {
        each: {spec.name: str(spec.signature) for spec in specs}
        for each, specs in _by_group(catalogue, group).items()
    }


def _by_group(
    catalogue: Catalogue, group: str | None
) -> dict[str, list[PluginSpec]]:
    wanted = catalogue.groups() if group is None else [group]
    return {
        each: [found.spec for found in catalogue.members(each)]
        for each in wanted
    }


def _summary(spec: PluginSpec) -> Data:
    return {
        "name": spec.name,
        "class": spec.class_name,
        "doc": spec.doc,
        "signature": str(spec.signature),
        "fields": list(spec.fields),
        "actions": list(spec.actions),
    }


def _field(spec: FieldSpec) -> Data:
    data: Data = {"kind": spec.kind, "doc": spec.doc}
    if spec.minimum is not None:
        data["minimum"] = spec.minimum
    if spec.choices:
        data["choices"] = list(spec.choices)
    if spec.secret:
        data["secret"] = True
    return data | _need(spec)


def _need(spec: FieldSpec | ParameterSpec) -> Data:
    """The key "default" only where there is one: null means None."""
    if spec.required:
        return {"required": True}
    return {"required": False, "default": spec.shown_default}
