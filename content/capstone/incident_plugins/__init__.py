"""A plugin runtime for incident delivery, built to be reviewed.

    errors     the ways in which it says no
    specs      what is promised about a class, as data
    state      all that is kept between two calls
    fields     descriptors that check values
    actions    methods that leave a record
    registry   who answers to which name; snapshot and restore
    namespace  what a class body may declare
    framework  the metaclass and the base class
    plugins    three adapters: console, pager, webhook
    observe    the six commands that look
    operate    the two commands that act
    cli        the command line over both

Importing the package registers the three adapters. Nothing else
happens before somebody makes a plugin and calls an action.
"""

from incident_plugins.actions import ActionRecord, action
from incident_plugins.errors import (
    ActionFailed, ConfigurationError, DefinitionError, NotRegistered,
    PluginError,
)
from incident_plugins.fields import (
    BooleanField, ChoiceField, Field, IntegerField, StringField,
)
from incident_plugins.framework import Plugin, PluginMeta
from incident_plugins.plugins import (
    ConsoleNotifier, DeliveryPlugin, PagerNotifier, WebhookNotifier,
)
from incident_plugins.specs import (
    MISSING, ActionSpec, FieldSpec, ParameterSpec, PluginSpec,
)

__all__ = [
    "MISSING",
    "ActionFailed",
    "ActionRecord",
    "ActionSpec",
    "BooleanField",
    "ChoiceField",
    "ConfigurationError",
    "ConsoleNotifier",
    "DefinitionError",
    "DeliveryPlugin",
    "Field",
    "FieldSpec",
    "IntegerField",
    "NotRegistered",
    "PagerNotifier",
    "ParameterSpec",
    "Plugin",
    "PluginError",
    "PluginMeta",
    "PluginSpec",
    "StringField",
    "WebhookNotifier",
    "action",
]
