"""The metaclass of this package's plugins, bound to its own registry."""

from incident_plugins.framework import PluginMeta
from incident_plugins_flawed import registry


class FlawedMeta(PluginMeta):
    """As `PluginMeta`, but for the registry."""

    def enrol(cls) -> None:
        """Registers the class."""
        registry.register(cls)
