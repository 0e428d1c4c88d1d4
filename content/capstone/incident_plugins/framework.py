"""The framework: what happens between `class` and a registered plugin.

1. `PluginMeta.__prepare__` gives the class body a namespace that turns
   down a member declared twice and a default against its own field.
2. `PluginMeta.__new__` collects fields and actions, inherited ones
   first, generates the signature, and sums all up as `cls.spec`.
3. `PluginMeta.__init__` registers the class, unless it is abstract.

That is over when the class statement ends. The metaclass has no part
in making instances, in attribute access or in calls.
"""

from __future__ import annotations

import inspect
import re
from inspect import Parameter, Signature
from types import MappingProxyType
from typing import Any

from incident_plugins import registry
from incident_plugins.actions import ActionRecord, history_of, spec_of
from incident_plugins.errors import ConfigurationError, DefinitionError
from incident_plugins.fields import Field
from incident_plugins.namespace import DefinitionNamespace
from incident_plugins.specs import (
    MISSING, ActionSpec, FieldSpec, PluginSpec,
)


class PluginMeta(type):
    """The class of plugin classes."""

    spec: PluginSpec

    @classmethod
    def __prepare__(
        mcls, class_name: str, bases: tuple[type, ...], **keywords: Any
    ) -> DefinitionNamespace:
        return DefinitionNamespace(class_name)

    def __new__(
        mcls,
        class_name: str,
        bases: tuple[type, ...],
        namespace: dict[str, Any],
        *,
        group: str = "",
        name: str = "",
        abstract: bool = False,
    ) -> PluginMeta:
        cls = super().__new__(mcls, class_name, bases, dict(namespace))
        if bases and cls.__init__ is not Plugin.__init__:
            # Then the generated signature would not be true.
            raise DefinitionError(
                f"{class_name} has a constructor of its own."
            )
        inherited = getattr(cls, "spec", None)
        fields, actions = _members(cls)
        cls.__signature__ = _signature(fields)
        cls.spec = PluginSpec(
            group or (inherited.group if inherited else ""),
            name or _slug(class_name),
            class_name,
            inspect.cleandoc(cls.__doc__ or ""),
            cls.__signature__,
            MappingProxyType(fields),
            MappingProxyType(actions),
        )
        return cls

    def __init__(
        cls,
        class_name: str,
        bases: tuple[type, ...],
        namespace: dict[str, Any],
        *,
        abstract: bool = False,
        **keywords: Any,
    ) -> None:
        super().__init__(class_name, bases, namespace)
        if not abstract:
            if not cls.spec.group:
                raise DefinitionError(f"{class_name} has no group.")
            cls.enrol()

    def enrol(cls) -> None:
        """Registers the class: all that it does to the process."""
        registry.register(cls)


def _members(
    cls: type,
) -> tuple[dict[str, FieldSpec], dict[str, ActionSpec]]:
    """Fields and actions by name, as attribute lookup finds them."""
    found: dict[str, object] = {}
    for base in reversed(cls.__mro__):
        found.update(vars(base))
    fields = {
        name: each.spec
        for name, each in found.items() if isinstance(each, Field)
    }
    actions = {
        name: spec
        for name, each in found.items() if (spec := spec_of(each))
    }
    return fields, actions


def _signature(fields: dict[str, FieldSpec]) -> Signature:
    """The constructor's; `Plugin.__init__` itself has `**values`."""
    return Signature([
        Parameter(
            each.name,
            Parameter.KEYWORD_ONLY,
            default=(
                Parameter.empty if each.required else each.shown_default
            ),
        )
        for each in fields.values()
    ])


def _slug(class_name: str) -> str:
    """`SmsNotifier` as a name to type: sms-notifier."""
    return re.sub(r"(?<!^)(?=[A-Z])", "-", class_name).lower()


class Plugin(metaclass=PluginMeta, abstract=True):
    """The base of all plugins; its constructor takes the fields."""

    def __init__(self, /, **values: Any) -> None:
        name, fields = type(self).__name__, type(self).spec.fields
        for each in values:
            if each not in fields:
                known = ", ".join(fields) or "none"
                raise ConfigurationError(
                    f"{name} has no field {each!r}; known: {known}."
                )
        defaults = {each: spec.default for each, spec in fields.items()}
        values = defaults | values
        missing = [each for each in values if values[each] is MISSING]
        if missing:
            raise ConfigurationError(
                f"{name} needs a value for {' and '.join(missing)}."
            )
        for each, value in values.items():
            setattr(self, each, value)

    @property
    def history(self) -> tuple[ActionRecord, ...]:
        """What this plugin's actions have done, in order of ending."""
        return history_of(self)

    @property
    def configuration(self) -> dict[str, Any]:
        """The fields' values, with "…" for what is secret."""
        return {
            each: "…" if spec.secret else getattr(self, each)
            for each, spec in type(self).spec.fields.items()
        }
