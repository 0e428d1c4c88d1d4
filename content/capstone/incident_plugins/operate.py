"""The two commands that act.

Both make a plugin from a configuration and call one of its actions, so
what they leave behind is what the action leaves. Only a name that the
class declares as an action can be called.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from incident_plugins.actions import ActionRecord
from incident_plugins.errors import ActionFailed, ConfigurationError
from incident_plugins.framework import Plugin, PluginMeta
from incident_plugins.observe import Catalogue

Data = dict[str, Any]
Texts = Mapping[str, str]

TRUTHS = {"true": True, "false": False}
READERS: dict[str, Callable[[str], Any]] = {
    "integer": int,
    "boolean": TRUTHS.__getitem__,
}


def invoke(
    catalogue: Catalogue,
    group: str,
    plugin: str,
    action: str,
    config: Texts,
    arg: Texts,
) -> Any:
    """Makes a plugin, calls an action, returns the result."""
    made = make(catalogue.find(group, plugin), config)
    return call(made, action, arg)


def trace(
    catalogue: Catalogue,
    group: str,
    plugin: str,
    action: str,
    config: Texts,
    arg: Texts,
) -> Data:
    """As invoke, and shows the configuration and the history too."""
    made = make(catalogue.find(group, plugin), config)
    try:
        result = call(made, action, arg)
    except ActionFailed as failure:
        failure.evidence = _evidence(made)
        raise
    return _evidence(made) | {"result": result}


def make(plugin: PluginMeta, config: Texts) -> Plugin:
    """A plugin, from texts that its fields say how to read."""
    name, fields = plugin.__name__, plugin.spec.fields
    values = {
        key: read(
            f"{name}.{key}", fields[key].kind, text, fields[key].secret
        )
        if key in fields else text
        for key, text in config.items()
    }
    return plugin(**values)


def call(plugin: Plugin, action: str, arg: Texts) -> Any:
    """Calls a declared action. What it raises is our error's cause."""
    spec = type(plugin).spec.action(action)
    name = f"{type(plugin).__name__}.{action}"
    kinds = {each.name: each.kind for each in spec.parameters}
    for key in arg:
        if key not in kinds:
            known = ", ".join(kinds) or "none"
            raise ConfigurationError(
                f"{name} has no parameter {key!r}; known: {known}."
            )
    for each in spec.parameters:
        if each.required and each.name not in arg:
            raise ConfigurationError(f"{name} needs {each.name}.")
    values = {
        key: read(f"{name}({key})", kinds[key], text)
        for key, text in arg.items()
    }
    try:
        return getattr(plugin, action)(**values)
    except Exception as error:
        kind = type(error).__name__
        raise ActionFailed(f"{name} raised {kind}: {error}.") from error


def read(name: str, kind: str, text: str, secret: bool = False) -> Any:
    """A value from a text. A string is itself."""
    try:
        return READERS.get(kind, str)(text)
    except (ValueError, KeyError):
        shown = "…" if secret else repr(text)
        raise ConfigurationError(
            f"{name} can't be read as {kind}: {shown}."
        ) from None


def _evidence(plugin: Plugin) -> Data:
    spec = type(plugin).spec
    return {
        "plugin": f"{spec.group}/{spec.name}",
        "configuration": plugin.configuration,
        "history": [_entry(each) for each in plugin.history],
    }


def _entry(record: ActionRecord) -> Data:
    entry = {"action": record.action, "arguments": record.arguments}
    if record.raised is not None:
        return entry | {"raised": record.raised}
    return entry | {"result": record.result}
