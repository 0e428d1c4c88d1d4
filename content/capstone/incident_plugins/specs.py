"""Specs: what is promised about a plugin class, as plain data.

A spec is made once, when its class is defined, and never changes. The
observing commands read specs and nothing else.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from inspect import Parameter, Signature
from typing import Any, TypeVar

from incident_plugins.errors import NotRegistered

Spec = TypeVar("Spec")

# By an annotation's name, because some modules keep them as text.
KINDS = {"str": "string", "int": "integer", "bool": "boolean"}


class _Missing:
    """The type of MISSING, with a name that reads well."""

    def __repr__(self) -> str:
        return "MISSING"


# "No default", which is not the same as the default None.
MISSING: Any = _Missing()


@dataclass(frozen=True)
class PluginSpec:
    """A plugin class: who it is, what it takes, what it can do."""

    group: str
    name: str
    class_name: str
    doc: str
    signature: Signature
    fields: Mapping[str, FieldSpec]
    actions: Mapping[str, ActionSpec]

    def field(self, name: str) -> FieldSpec:
        """One field, or NotRegistered."""
        return self._named("field", self.fields, name)

    def action(self, name: str) -> ActionSpec:
        """One action, or NotRegistered."""
        return self._named("action", self.actions, name)

    def _named(
        self, kind: str, known: Mapping[str, Spec], name: str
    ) -> Spec:
        if name in known:
            return known[name]
        raise NotRegistered(
            f"{self.group}/{self.name} has no {kind} {name!r}; "
            f"known: {', '.join(known) or 'none'}."
        )


@dataclass(frozen=True)
class FieldSpec:
    """A field: what values it takes, and what it is without one."""

    name: str
    kind: str
    doc: str
    default: Any = MISSING
    minimum: int | None = None
    choices: tuple[str, ...] = ()
    secret: bool = False

    @property
    def required(self) -> bool:
        """Whether a plugin can't be made without a value for it."""
        return self.default is MISSING


@dataclass(frozen=True)
class ActionSpec:
    """An action: what it does, and its signature without self."""

    name: str
    doc: str
    signature: Signature

    @classmethod
    def of(cls, method: Callable[..., Any]) -> ActionSpec:
        """The spec of a method."""
        signature = inspect.signature(method)
        _, *parameters = signature.parameters.values()
        return cls(
            method.__name__,
            inspect.getdoc(method) or "",
            signature.replace(parameters=parameters),
        )

    @property
    def parameters(self) -> tuple[ParameterSpec, ...]:
        """In the order of the signature."""
        parameters = self.signature.parameters.values()
        return tuple(map(ParameterSpec.of, parameters))


@dataclass(frozen=True)
class ParameterSpec:
    """A parameter of an action."""

    name: str
    kind: str
    default: Any = MISSING

    @classmethod
    def of(cls, parameter: Parameter) -> ParameterSpec:
        """The spec of a parameter."""
        hint, default = parameter.annotation, parameter.default
        name = hint if isinstance(hint, str) else getattr(
            hint, "__name__", ""
        )
        return cls(
            parameter.name,
            KINDS.get(name, "string"),
            MISSING if default is Parameter.empty else default,
        )

    @property
    def required(self) -> bool:
        """Whether a call needs it; None is a default like any other."""
        return self.default is MISSING
