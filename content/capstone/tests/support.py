"""What several tests need."""

from __future__ import annotations

import contextlib
import io
import json
import unittest
from collections.abc import Callable
from typing import Any
from unittest import mock

from incident_plugins import registry, state
from incident_plugins.cli import main


class Case(unittest.TestCase):
    """Begins without deliveries; leaves everything as it was."""

    def setUp(self) -> None:
        self.enter(registry.restored())
        self.enter(mock.patch.object(state, "deliveries", ()))

    def enter(self, manager: Any) -> Any:
        """As `enterContext`, which Python 3.10 does not have."""
        value = manager.__enter__()
        self.addCleanup(manager.__exit__, None, None, None)
        return value


def run(
    *argv: str, main: Callable[..., int] = main
) -> tuple[int, Any, str]:
    """Exit status, answer and error text of one command."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = main(argv)
    text = out.getvalue()
    return status, json.loads(text) if text else None, err.getvalue()
