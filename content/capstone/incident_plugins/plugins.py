"""Three adapters that deliver news of an incident.

None of them talks to a network: what they would send they add to
`state.deliveries`, where tests and reviewers can read it. Importing
this module defines the classes, and that registers them.
"""

from incident_plugins import state
from incident_plugins.actions import action
from incident_plugins.fields import (
    BooleanField, ChoiceField, IntegerField, StringField,
)
from incident_plugins.framework import Plugin

SEVERITIES = ("info", "warning", "critical")


class DeliveryPlugin(Plugin, group="delivery", abstract=True):
    """What all adapters do; each says how it words a message."""

    def render(self, title: str, message: str, severity: str) -> str:
        """The text to send. Sends nothing."""
        raise NotImplementedError

    @action
    def deliver(
        self,
        title: str,
        message: str,
        severity: str = "warning",
        dry_run: bool = False,
    ) -> str:
        """Send a message, or only word it, and return the text."""
        if severity not in SEVERITIES:
            known = ", ".join(SEVERITIES)
            raise ValueError(f"{severity!r} is not one of {known}")
        text = self.render(title, message, severity)
        if not dry_run:
            state.deliveries += (text,)
        return text

    @action
    def preview(
        self, title: str, message: str, severity: str = "warning"
    ) -> str:
        """Return the text that deliver would send."""
        return self.deliver(title, message, severity, dry_run=True)


class ConsoleNotifier(DeliveryPlugin, name="console"):
    """One line for the people who watch a terminal."""

    prefix = StringField("What each line begins with.", default="[ops]")
    case = ChoiceField(
        "How the severity is written.",
        choices=("lower", "upper"), default="upper",
    )

    def render(self, title: str, message: str, severity: str) -> str:
        level = severity.upper() if self.case == "upper" else severity
        return f"{self.prefix} {level} {title}: {message}"


class PagerNotifier(DeliveryPlugin, name="pager"):
    """A page for whoever is on call."""

    service = StringField("Whose on-call is paged.", minimum=1)
    routing_key = StringField(
        "The key of the pager account.", minimum=8, secret=True
    )
    deduplicate = BooleanField(
        "Whether an incident pages only once.", default=True
    )

    def render(self, title: str, message: str, severity: str) -> str:
        key = f" (once per {title})" if self.deduplicate else ""
        text = f"{severity}: {title}: {message}"
        return f"page {self.service}, {text}{key}"


class WebhookNotifier(DeliveryPlugin, name="webhook"):
    """A request to a URL of the team's own."""

    endpoint = StringField("Where the request goes.", minimum=8)
    timeout_seconds = IntegerField(
        "How long to wait for an answer.", default=5, minimum=1
    )
    redact = BooleanField(
        "Whether the message itself is left out.", default=False
    )

    def render(self, title: str, message: str, severity: str) -> str:
        body = "redacted" if self.redact else message
        return f"POST {self.endpoint} {severity}: {title}: {body}"
