"""The namespace of a plugin's class body while the body runs.

A fault in a declaration is reported from the line that declares it,
and the class is never made.
"""

from __future__ import annotations

from typing import Any

from incident_plugins.actions import spec_of
from incident_plugins.errors import DefinitionError
from incident_plugins.fields import Field
from incident_plugins.specs import MISSING

# What `framework.Plugin` and its metaclass keep for themselves.
RESERVED = frozenset({"spec", "history", "configuration"})


class DefinitionNamespace(dict[str, Any]):
    """A dict that checks fields and actions as they are declared."""

    def __init__(self, class_name: str) -> None:
        super().__init__()
        self.class_name = class_name

    def __setitem__(self, name: str, value: Any) -> None:
        where = f"{self.class_name}.{name}"
        if is_member(self.get(name)):
            raise DefinitionError(f"{where} is declared twice.")
        other = self.first_name(value) if is_member(value) else ""
        if other not in ("", name):
            raise DefinitionError(
                f"{where} is {other} under another name."
            )
        if is_member(value) and name in RESERVED:
            raise DefinitionError(
                f"{where} is a name that the framework needs."
            )
        if isinstance(value, Field) and value.default is not MISSING:
            fault = value.objection(value.default)
            if fault:
                raise DefinitionError(
                    f"The default of {where} {fault}."
                )
        super().__setitem__(name, value)

    def first_name(self, member: object) -> str:
        """What a member has been called before, if it has."""
        for name, value in self.items():
            if value is member:
                return f"{self.class_name}.{name}"
        # A field has one name, in whichever class it was declared.
        return member.name if isinstance(member, Field) else ""


def is_member(value: object) -> bool:
    """Whether a value in a class body is a field or an action."""
    return isinstance(value, Field) or spec_of(value) is not None
