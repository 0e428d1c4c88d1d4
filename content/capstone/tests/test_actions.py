"""Actions: signatures kept, history of successes and failures."""

import inspect
import traceback

from incident_plugins import (
    MISSING, ConsoleNotifier, DefinitionError, DeliveryPlugin,
    PagerNotifier, action, state,
)
from tests.support import Case


class Introspection(Case):
    """The wrapper answers as the method would."""

    def test_name_doc_and_signature_are_the_methods_own(self) -> None:
        wrapper = DeliveryPlugin.preview
        method = wrapper.__wrapped__
        self.assertIsNot(wrapper, method)
        self.assertEqual(wrapper.__name__, "preview")
        self.assertEqual(
            wrapper.__qualname__, "DeliveryPlugin.preview"
        )
        self.assertEqual(wrapper.__doc__, method.__doc__)
        self.assertEqual(
            inspect.signature(wrapper), inspect.signature(method)
        )

    def test_the_spec_has_the_signature_without_self(self) -> None:
        spec = ConsoleNotifier.spec.action("preview")
        self.assertEqual(
            str(spec.signature),
            "(title: str, message: str, severity: str = 'warning')"
            " -> str",
        )
        self.assertEqual(
            [(each.name, each.kind, each.default)
             for each in spec.parameters],
            [("title", "string", MISSING),
             ("message", "string", MISSING),
             ("severity", "string", "warning")],
        )

    def test_kinds_are_read_from_annotations_kept_as_text_too(self) -> None:
        def wait(self: object, seconds: "int", note: "str | None" = None):
            """Wait."""

        spec = action(wait).action_spec
        self.assertEqual(
            [(each.name, each.kind, each.required)
             for each in spec.parameters],
            [("seconds", "integer", True), ("note", "string", False)],
        )


class History(Case):
    """Every call leaves one record, whatever its ending."""

    def test_a_call_is_recorded_with_its_defaults(self) -> None:
        console = ConsoleNotifier()
        text = console.deliver("CPU high", message="node-1")
        (entry,) = console.history
        self.assertEqual(entry.action, "deliver")
        self.assertEqual(
            entry.arguments,
            {"title": "CPU high", "message": "node-1",
             "severity": "warning", "dry_run": False},
        )
        self.assertEqual((entry.result, entry.raised), (text, None))

    def test_a_failure_is_recorded_and_goes_on(self) -> None:
        console = ConsoleNotifier()
        try:
            console.deliver("CPU high", "node-1", severity="loud")
        except ValueError as error:
            frames = traceback.extract_tb(error.__traceback__)
            cause = error.__cause__
        self.assertEqual(frames[-1].name, "deliver")
        self.assertIsNone(cause)
        (entry,) = console.history
        self.assertIs(entry.result, MISSING)
        self.assertIn("ValueError: 'loud'", entry.raised or "")

    def test_a_call_that_is_interrupted_is_recorded_too(self) -> None:
        class Slow(ConsoleNotifier, name="slow"):
            def render(self, title: str, message: str, severity: str) -> str:
                raise KeyboardInterrupt

        slow = Slow()
        with self.assertRaises(KeyboardInterrupt):
            slow.deliver("CPU high", "node-1")
        (entry,) = slow.history
        self.assertIn("KeyboardInterrupt", entry.raised or "")

    def test_a_method_that_runs_after_its_call_is_no_action(self) -> None:
        async def later(self: object) -> None:
            """Send."""

        def bit_by_bit(self: object):
            yield

        async def both(self: object):
            yield

        for method in later, bit_by_bit, both:
            with self.subTest(method.__name__):
                with self.assertRaisesRegex(
                    DefinitionError, rf"{method.__name__} can't be an action"
                ):
                    action(method)

    def test_an_inner_action_ends_before_the_outer_one(self) -> None:
        console = ConsoleNotifier()
        console.preview("CPU high", "node-1")
        self.assertEqual(
            [each.action for each in console.history],
            ["deliver", "preview"],
        )
        self.assertTrue(console.history[0].arguments["dry_run"])

    def test_a_call_that_does_not_fit_never_runs(self) -> None:
        console = ConsoleNotifier()
        with self.assertRaises(TypeError):
            console.deliver("CPU high")
        self.assertEqual(console.history, ())

    def test_each_plugin_has_a_history_of_its_own(self) -> None:
        one, other = ConsoleNotifier(), ConsoleNotifier()
        one.deliver("CPU high", "node-1")
        self.assertEqual((len(one.history), other.history), (1, ()))


class Delivery(Case):
    """What the three adapters send."""

    def test_deliver_sends_and_preview_does_not(self) -> None:
        pager = PagerNotifier(service="db", routing_key="k" * 8)
        previewed = pager.preview("disk", "95 %", "critical")
        self.assertEqual(state.deliveries, ())
        delivered = pager.deliver("disk", "95 %", "critical")
        self.assertEqual(delivered, previewed)
        self.assertEqual(state.deliveries, (previewed,))

    def test_a_refused_severity_sends_nothing(self) -> None:
        with self.assertRaises(ValueError):
            ConsoleNotifier().deliver("disk", "95 %", "loud")
        self.assertEqual(state.deliveries, ())
