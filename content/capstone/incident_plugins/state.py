"""All that the package keeps between two calls: these two names.

Each holds an immutable value and is only ever bound to a new one.
So to look is to read a name, a snapshot is the value itself, to
restore is to bind it again, and whoever watches module attributes
sees every change. There is no lock: one thread defines and delivers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from incident_plugins.framework import PluginMeta

# Registered classes in the order of (group, name). Bound in `registry`.
plugins: tuple[PluginMeta, ...] = ()

# What adapters have sent, oldest first. Bound in `plugins`.
deliveries: tuple[str, ...] = ()
