"""Actions: methods that may be invoked by name and leave a record."""

from __future__ import annotations

import functools
import inspect
from typing import Any

from incident_plugins.actions import Method, mark, record
from incident_plugins.specs import ActionSpec


def action(method: Method) -> Method:
    """Makes a method of a plugin class an action.

    The wrapper adds nothing to the signature, handles no exception,
    and writes down what happened.
    """
    signature = inspect.signature(method)

    @functools.wraps(method)
    def recorded(self: Any, *args: Any, **keywords: Any) -> Any:
        bound = signature.bind(self, *args, **keywords)
        bound.apply_defaults()
        arguments = dict(list(bound.arguments.items())[1:])
        result = method(self, *args, **keywords)
        record(self, method.__name__, arguments, result=result)
        return result

    return mark(recorded, ActionSpec.of(method))
