"""Order, duplicates, looking, and the three ways back."""

import importlib
import sys
from unittest import mock

from incident_plugins import (
    ConsoleNotifier, DefinitionError, DeliveryPlugin, NotRegistered,
    PagerNotifier, WebhookNotifier, registry, state,
)
from tests.support import Case

ALL = [ConsoleNotifier, PagerNotifier, WebhookNotifier]


class Looking(Case):
    """What can be asked, and that asking changes nothing."""

    def test_members_are_sorted_whatever_came_first(self) -> None:
        registry.clear()
        for plugin in reversed(ALL):
            registry.register(plugin)
        self.assertEqual(registry.members("delivery"), ALL)

    def test_groups_are_those_that_have_a_member(self) -> None:
        self.assertEqual(registry.groups(), ["delivery"])
        registry.clear()
        self.assertEqual(registry.groups(), [])

    def test_asking_for_what_is_not_there_changes_nothing(self) -> None:
        before = state.plugins
        for ask in (
            lambda: registry.members("delivry"),
            lambda: registry.find("delivry", "pager"),
            lambda: registry.find("delivery", "pagr"),
        ):
            with self.assertRaises(NotRegistered):
                ask()
        self.assertIs(state.plugins, before)
        self.assertEqual(registry.groups(), ["delivery"])

    def test_a_refusal_names_what_there_is(self) -> None:
        with self.assertRaisesRegex(
            NotRegistered, "no group 'delivry'; known: delivery"
        ):
            registry.members("delivry")
        with self.assertRaisesRegex(
            NotRegistered, "'pagr'; known: console, pager, webhook"
        ):
            registry.find("delivery", "pagr")


class Registering(Case):
    """A name belongs to one class."""

    def test_a_duplicate_is_refused_and_the_first_one_stays(self) -> None:
        before = registry.snapshot()
        with self.assertRaises(DefinitionError):
            registry.register(PagerNotifier)
        self.assertIs(registry.snapshot(), before)
        self.assertIs(registry.find("delivery", "pager"), PagerNotifier)

    def test_one_name_may_be_taken_in_two_groups(self) -> None:
        class Screen(DeliveryPlugin, group="display", name="console"):
            pass

        self.assertEqual(registry.groups(), ["delivery", "display"])
        self.assertIs(registry.find("display", "console"), Screen)


class WaysBack(Case):
    """Snapshot and restore, clear, and the block that does both."""

    def test_restore_gives_the_same_classes_back(self) -> None:
        saved = registry.snapshot()
        registry.clear()
        registry.restore(saved)
        self.assertIs(registry.find("delivery", "pager"), PagerNotifier)

    def test_a_snapshot_does_not_change_afterwards(self) -> None:
        saved = registry.snapshot()
        registry.clear()
        self.assertEqual(list(saved), ALL)

    def test_one_class_can_be_taken_out(self) -> None:
        saved = registry.snapshot()
        registry.restore(
            tuple(each for each in saved if each is not PagerNotifier)
        )
        self.assertEqual(
            registry.members("delivery"), [ConsoleNotifier, WebhookNotifier]
        )
        registry.restore(saved)
        self.assertIs(registry.find("delivery", "pager"), PagerNotifier)

    def test_clear_does_not_come_back_by_importing(self) -> None:
        registry.clear()
        importlib.import_module("incident_plugins.plugins")
        self.assertEqual(registry.groups(), [])

    def test_running_the_module_again_makes_other_classes(self) -> None:
        name = "incident_plugins.plugins"
        registry.clear()
        with mock.patch.dict(sys.modules):
            del sys.modules[name]
            again = importlib.import_module(name)
        # The import has bound the package's attribute anew, too.
        sys.modules["incident_plugins"].plugins = sys.modules[name]
        self.assertIsNot(again.PagerNotifier, PagerNotifier)
        self.assertIs(
            registry.find("delivery", "pager"), again.PagerNotifier
        )
        pager = PagerNotifier(service="db", routing_key="k" * 8)
        self.assertNotIsInstance(pager, again.PagerNotifier)

    def test_restored_ends_what_the_block_began(self) -> None:
        before = registry.snapshot()
        with registry.restored():
            class Sms(DeliveryPlugin, name="sms"):
                pass

            self.assertIs(registry.find("delivery", "sms"), Sms)
        self.assertIs(registry.snapshot(), before)

    def test_restored_does_so_when_the_block_fails(self) -> None:
        before = registry.snapshot()
        with self.assertRaises(ZeroDivisionError):
            with registry.restored():
                registry.clear()
                1 / 0
        self.assertIs(registry.snapshot(), before)

    def test_restored_can_be_nested(self) -> None:
        with registry.restored():
            registry.clear()
            with registry.restored():
                registry.register(PagerNotifier)
            self.assertEqual(registry.groups(), [])
        self.assertEqual(list(registry.snapshot()), ALL)
