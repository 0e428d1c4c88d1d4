"""Specs: what is promised about a plugin class, as plain data.

A spec is made once, when its class is defined, and never changes. The
observing commands read specs and nothing else.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from inspect import Parameter, Signature
from typing import Any, TypeVar

from incident_plugins.errors import DefinitionError, NotRegistered

Spec = TypeVar("Spec")

# By an annotation's name, because some modules keep them as text.
KINDS = {"str": "string", "int": "integer", "bool": "boolean"}


class _Sign:
    """An object that only stands for something, and reads well."""

    def __init__(self, shown: str) -> None:
        self.shown = shown

    def __repr__(self) -> str:
        return self.shown


# "No default", which is not the same as the default None.
MISSING: Any = _Sign("MISSING")

# What is shown in the place of a secret.
SECRET: Any = _Sign("…")


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
    # Out of the repr, because it may be a secret.
    default: Any = field(default=MISSING, repr=False)
    minimum: int | None = None
    choices: tuple[str, ...] = ()
    secret: bool = False

    @property
    def required(self) -> bool:
        """Whether a plugin can't be made without a value for it."""
        return self.default is MISSING

    @property
    def shown_default(self) -> Any:
        """The default for everybody to read: a secret is hidden."""
        hidden = self.secret and not self.required
        return SECRET if hidden else self.default


@dataclass(frozen=True)
class ActionSpec:
    """An action: what it does, and its signature without self."""

    name: str
    doc: str
    signature: Signature

    @classmethod
    def of(cls, method: Callable[..., Any]) -> ActionSpec:
        """The spec of a method.

        DefinitionError if a call of it returns before its body has run:
        then nobody could say at its return how it ended.
        """
        if (
            inspect.iscoroutinefunction(method)
            or inspect.isgeneratorfunction(method)
            or inspect.isasyncgenfunction(method)
        ):
            raise DefinitionError(
                f"{method.__qualname__} can't be an action, because a "
                "call of it returns before its body has run."
            )
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

    @property
    def shown_default(self) -> Any:
        """The default for everybody to read: no parameter is secret."""
        return self.default
