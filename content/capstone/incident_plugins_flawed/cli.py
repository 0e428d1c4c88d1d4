"""The eight commands over this package's registry."""

from __future__ import annotations

from collections.abc import Sequence

from incident_plugins import cli
from incident_plugins_flawed import registry


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command and returns the exit status, 0 or 2."""
    return cli.main(argv, catalogue=registry)
