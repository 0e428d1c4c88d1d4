"""Fields: descriptors that check every value a plugin is given.

A `Field` owns one attribute of a plugin: it checks each assignment and
keeps the value in the instance's own dict. It describes itself as a
`FieldSpec`, which can be read without making a plugin.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from incident_plugins.errors import ConfigurationError
from incident_plugins.specs import MISSING, FieldSpec


class Field:
    """A data descriptor. Its kinds say what `objection` is."""

    kind = "value"
    minimum: int | None = None
    choices: tuple[str, ...] = ()

    def __init__(
        self, doc: str, *, default: Any = MISSING, secret: bool = False
    ) -> None:
        self.doc, self.default, self.secret = doc, default, secret
        self.name = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, plugin: object, owner: type | None = None) -> Any:
        if plugin is None:
            return self
        try:
            return vars(plugin)[self.name]
        except KeyError:
            name = f"{type(plugin).__name__}.{self.name}"
            raise AttributeError(f"{name} has no value yet.") from None

    def __set__(self, plugin: object, value: Any) -> None:
        objection = self.objection(value)
        if objection:
            name = f"{type(plugin).__name__}.{self.name}"
            raise ConfigurationError(f"{name} {objection}.")
        vars(plugin)[self.name] = value

    def objection(self, value: Any) -> str | None:
        """What is wrong with a value, as the end of a sentence."""
        return None

    def shown(self, value: Any) -> str:
        """How a value appears in an objection: a secret does not."""
        return "…" if self.secret else repr(value)

    @property
    def spec(self) -> FieldSpec:
        """The field as data."""
        return FieldSpec(
            self.name, self.kind, self.doc, self.default,
            self.minimum, self.choices, self.secret,
        )


class BoundedField(Field):
    """A field whose values may have a minimum."""

    def __init__(
        self, doc: str, *, minimum: int | None = None, **rest: Any
    ) -> None:
        super().__init__(doc, **rest)
        self.minimum = minimum


class StringField(BoundedField):
    """A text, of at least `minimum` characters if there is one."""

    kind = "string"

    def objection(self, value: Any) -> str | None:
        if not isinstance(value, str):
            return f"must be a string, not {self.shown(value)}"
        if self.minimum is not None and len(value) < self.minimum:
            return f"must have at least {self.minimum} characters"
        return None


class IntegerField(BoundedField):
    """A whole number, at least `minimum` if there is one."""

    kind = "integer"

    def objection(self, value: Any) -> str | None:
        # To isinstance, True is an int; here it is a slip.
        if not isinstance(value, int) or isinstance(value, bool):
            return f"must be a whole number, not {self.shown(value)}"
        if self.minimum is not None and value < self.minimum:
            shown = self.shown(value)
            return f"must be at least {self.minimum}, not {shown}"
        return None


class BooleanField(Field):
    """True or False, and nothing that merely counts as one of them."""

    kind = "boolean"

    def objection(self, value: Any) -> str | None:
        if not isinstance(value, bool):
            return f"must be True or False, not {self.shown(value)}"
        return None


class ChoiceField(Field):
    """One of the texts in `choices`."""

    kind = "choice"

    def __init__(
        self, doc: str, *, choices: Sequence[str], **rest: Any
    ) -> None:
        super().__init__(doc, **rest)
        self.choices = tuple(choices)

    def objection(self, value: Any) -> str | None:
        if value not in self.choices:
            known = ", ".join(self.choices)
            return f"must be one of {known}, not {self.shown(value)}"
        return None
