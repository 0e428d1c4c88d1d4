"""Actions: methods that may be invoked by name and leave a record.

`@action` keeps a method's name, docstring and signature, attaches its
`ActionSpec`, and adds an `ActionRecord` to the plugin's history for
every call, whether it returned or raised. Coroutines and generators
are refused: their calls return before anything has been done.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from incident_plugins.specs import MISSING, ActionSpec

Method = TypeVar("Method", bound=Callable[..., Any])


@dataclass(frozen=True)
class ActionRecord:
    """One call that is over: it has a `result`, or it has `raised`."""

    action: str
    arguments: Mapping[str, Any]
    result: Any = MISSING
    raised: str | None = None


def action(method: Method) -> Method:
    """Makes a method of a plugin class an action.

    The wrapper adds nothing to the signature and handles no exception:
    it writes down what happened and lets it happen. A call whose
    arguments don't fit is Python's TypeError and leaves no record,
    because the method did not run.
    """
    signature = inspect.signature(method)

    @functools.wraps(method)
    def recorded(self: Any, *args: Any, **keywords: Any) -> Any:
        bound = signature.bind(self, *args, **keywords)
        bound.apply_defaults()
        arguments = dict(list(bound.arguments.items())[1:])
        try:
            result = method(self, *args, **keywords)
        except BaseException as error:
            raised = f"{type(error).__name__}: {error}"
            record(self, method.__name__, arguments, raised=raised)
            raise
        record(self, method.__name__, arguments, result=result)
        return result

    return mark(recorded, ActionSpec.of(method))


def mark(method: Any, spec: ActionSpec) -> Any:
    """Attaches a spec, by which the metaclass knows an action."""
    method.action_spec = spec
    return method


def spec_of(value: object) -> ActionSpec | None:
    """The spec of an action; None for anything else."""
    spec = getattr(value, "action_spec", None)
    return spec if isinstance(spec, ActionSpec) else None


def record(
    plugin: Any, name: str, arguments: dict[str, Any], **ending: Any
) -> None:
    """Adds to a plugin's history: its own, not its class's."""
    entry = ActionRecord(name, arguments, **ending)
    vars(plugin)["_history"] = (*history_of(plugin), entry)


def history_of(plugin: Any) -> tuple[ActionRecord, ...]:
    """What a plugin's actions have done, in the order they ended."""
    return vars(plugin).get("_history", ())
