"""The four flaws of the review exercise, each shown and each absent
from the package under review.

These tests pass as long as the flaws are there.
"""

import importlib
from unittest import mock

from incident_plugins import PagerNotifier, registry, state
from incident_plugins_flawed import (
    PagerNotifier as FlawedPager,
    plugins as flawed_plugins,
    registry as flawed_registry,
)
from incident_plugins_flawed.cli import main
from tests.support import Case, run

PAGER = {"service": "db", "routing_key": "12345678"}


class Flaws(Case):
    """Each is there in the copy, and only there."""

    def setUp(self) -> None:
        super().setUp()
        groups = flawed_registry.GROUPS
        saved = {group: dict(found) for group, found in groups.items()}
        classes = {
            name: vars(flawed_plugins)[name]
            for name in ("DeliveryPlugin", "ConsoleNotifier",
                         "PagerNotifier", "WebhookNotifier")
        }

        def put_back() -> None:
            groups.clear()
            groups.update(saved)
            vars(flawed_plugins).update(classes)

        self.addCleanup(put_back)

    def test_a_question_makes_the_group_it_asks_for(self) -> None:
        question = ("registry", "--group", "delivry")
        self.assertEqual(run(*question, main=main)[0], 2)
        self.assertEqual(
            run("plugin", "delivry", "pager", main=main)[0], 2
        )
        self.assertEqual(
            run(*question, main=main)[:2], (0, {"delivry": []})
        )
        run("plugin", "delivry", "pager")
        self.assertEqual(run(*question)[0], 2)

    def test_no_command_calls_clear(self) -> None:
        with mock.patch.object(flawed_registry, "clear") as clear:
            for argv in (
                ("manifest",), ("registry",), ("signatures",),
                ("plugin", "delivery", "pager"),
                ("field", "delivery", "pager", "service"),
                ("action", "delivery", "pager", "deliver"),
                ("invoke", "delivery", "console", "preview",
                 "--arg", "title=a", "--arg", "message=b"),
                ("trace", "delivery", "console", "preview",
                 "--arg", "title=a", "--arg", "message=b"),
            ):
                self.assertEqual(run(*argv, main=main)[0], 0)
        clear.assert_not_called()

    def test_what_clear_takes_nothing_gives_back(self) -> None:
        self.assertFalse(hasattr(flawed_registry, "snapshot"))
        self.assertFalse(hasattr(flawed_registry, "restore"))
        pager = FlawedPager(**PAGER)
        flawed_registry.clear()
        self.assertEqual(flawed_registry.groups(), [])
        importlib.reload(flawed_plugins)
        found = flawed_registry.find("delivery", "pager")
        self.assertIsNot(found, FlawedPager)
        self.assertNotIsInstance(pager, found)

    def test_a_failed_action_leaves_no_record(self) -> None:
        flawed, pager = FlawedPager(**PAGER), PagerNotifier(**PAGER)
        for each in (flawed, pager):
            with self.assertRaises(ValueError):
                each.deliver("disk", "95 %", severity="loud")
        self.assertEqual(len(flawed.history), 0)
        self.assertEqual(len(pager.history), 1)


class Apart(Case):
    """The two packages share code and deliveries, not the registry."""

    def test_the_registries_do_not_mix(self) -> None:
        self.assertIsNot(
            flawed_registry.find("delivery", "pager"),
            registry.find("delivery", "pager"),
        )
        before = state.plugins
        saved = dict(flawed_registry.GROUPS)
        flawed_registry.clear()
        self.assertIs(state.plugins, before)
        flawed_registry.GROUPS.update(saved)
        with registry.restored():
            registry.clear()
            self.assertEqual(flawed_registry.groups(), ["delivery"])

    def test_both_tell_the_same_of_the_same_adapters(self) -> None:
        for argv in (("manifest",), ("plugin", "delivery", "pager")):
            self.assertEqual(run(*argv, main=main), run(*argv))
