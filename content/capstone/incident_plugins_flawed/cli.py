"""The eight commands over this package's registry.

Kept for the review exercise; has known flaws, not in this file.
"""

from __future__ import annotations

from collections.abc import Sequence

from incident_plugins import cli
from incident_plugins_flawed import registry


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command and returns the exit status, 0 or 2."""
    return cli.main(argv, catalogue=registry)
