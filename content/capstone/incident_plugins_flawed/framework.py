"""The metaclass of this package's plugins, bound to its own registry.

Kept for the review exercise; has known flaws, not in this file.
"""

from incident_plugins.framework import PluginMeta
from incident_plugins_flawed import registry


class FlawedMeta(PluginMeta):
    """As `PluginMeta`, but for the registry."""

    def enrol(cls) -> None:
        """Registers the class."""
        registry.register(cls)
