"""The three adapters, with this package's actions and registry."""

from incident_plugins import plugins as base
from incident_plugins_flawed.actions import action
from incident_plugins_flawed.framework import FlawedMeta


class DeliveryPlugin(
    base.DeliveryPlugin, metaclass=FlawedMeta, abstract=True
):
    """The same two methods, made actions by this package."""

    deliver = action(base.DeliveryPlugin.deliver.__wrapped__)
    preview = action(base.DeliveryPlugin.preview.__wrapped__)


class ConsoleNotifier(
    DeliveryPlugin, base.ConsoleNotifier, name="console"
):
    __doc__ = base.ConsoleNotifier.__doc__


class PagerNotifier(DeliveryPlugin, base.PagerNotifier, name="pager"):
    __doc__ = base.PagerNotifier.__doc__


class WebhookNotifier(
    DeliveryPlugin, base.WebhookNotifier, name="webhook"
):
    __doc__ = base.WebhookNotifier.__doc__
