"""The ways in which the runtime says no.

Every message is one sentence: what was asked, and what there is
instead. `cli` prints it as it stands.
"""


class PluginError(Exception):
    """Anything that the runtime refuses."""


class DefinitionError(PluginError):
    """A class statement breaks a rule; nothing was registered."""


class ConfigurationError(PluginError):
    """A value that is missing, unknown or against a field's rule."""


class NotRegistered(PluginError):
    """A group, plugin, field or action that nobody has declared."""


class ActionFailed(PluginError):
    """An action ran and raised; the exception is the cause of this one.

    `evidence` is what `trace` has to show for it; `invoke` leaves it
    empty.
    """

    def __init__(
        self, sentence: str, evidence: dict[str, object] | None = None
    ) -> None:
        super().__init__(sentence)
        self.evidence = evidence
