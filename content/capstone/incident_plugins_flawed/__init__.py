"""A copy of `incident_plugins` to be reviewed. Not for use: it has faults.

The same three adapters as in `incident_plugins`, with another registry
and another history. The registry is this package's own: nothing that
happens here reaches the one over there. What is not in this folder is
imported from `incident_plugins` as it is.

    registry   who answers to which name
    actions    methods that leave a record
    framework  the metaclass, bound to this registry
    plugins    the adapters, with these actions
    cli        the same eight commands over this registry
"""

from incident_plugins_flawed.plugins import (
    ConsoleNotifier, PagerNotifier, WebhookNotifier,
)

__all__ = ["ConsoleNotifier", "PagerNotifier", "WebhookNotifier"]
