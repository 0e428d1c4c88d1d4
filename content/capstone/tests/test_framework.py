"""What a class statement does, and what it refuses."""

import inspect

from incident_plugins import (
    ConfigurationError, ConsoleNotifier, DefinitionError, DeliveryPlugin,
    IntegerField, NotRegistered, PagerNotifier, Plugin, StringField,
    WebhookNotifier, action, registry, state,
)
from tests.support import Case


class Definition(Case):
    """Which facts a class statement makes public."""

    def test_the_constructor_has_the_fields_signature(self) -> None:
        expected = {
            ConsoleNotifier: "(*, prefix='[ops]', case='upper')",
            PagerNotifier: "(*, service, routing_key, deduplicate=True)",
            WebhookNotifier:
                "(*, endpoint, timeout_seconds=5, redact=False)",
        }
        for plugin, text in expected.items():
            with self.subTest(plugin.__name__):
                self.assertEqual(str(inspect.signature(plugin)), text)
                self.assertEqual(str(plugin.spec.signature), text)

    def test_members_are_inherited_and_own_in_this_order(self) -> None:
        class Sms(PagerNotifier, name="sms"):
            number = StringField("Whom to write to.")

            @action
            def confirm(self) -> str:
                """Confirm."""
                return self.number

        self.assertEqual(
            list(Sms.spec.fields),
            ["service", "routing_key", "deduplicate", "number"],
        )
        self.assertEqual(
            list(Sms.spec.actions), ["deliver", "preview", "confirm"]
        )

    def test_a_name_bound_to_something_else_is_a_member_no_more(self) -> None:
        class Fixed(ConsoleNotifier, name="fixed"):
            case = "lower"

        self.assertEqual(list(Fixed.spec.fields), ["prefix"])
        self.assertEqual(
            Fixed().preview("a", "b", "info"), "[ops] info a: b"
        )

    def test_a_name_comes_from_the_class_if_none_is_given(self) -> None:
        class SmsNotifier(DeliveryPlugin):
            pass

        self.assertEqual(SmsNotifier.spec.name, "sms-notifier")
        self.assertEqual(SmsNotifier.spec.group, "delivery")

    def test_the_class_is_registered_when_the_statement_ends(self) -> None:
        class Sms(DeliveryPlugin, name="sms"):
            inside = "sms" in [each.spec.name for each in state.plugins]

        self.assertFalse(Sms.inside)
        self.assertIs(registry.find("delivery", "sms"), Sms)

    def test_an_abstract_class_is_not_registered(self) -> None:
        before = registry.snapshot()

        class Chat(DeliveryPlugin, abstract=True):
            pass

        self.assertIs(registry.snapshot(), before)

    def test_abstract_is_not_inherited(self) -> None:
        class Sms(DeliveryPlugin, name="sms"):
            pass

        self.assertIn(Sms, registry.snapshot())

    def test_specs_cannot_be_changed(self) -> None:
        spec = ConsoleNotifier.spec
        with self.assertRaises(AttributeError):
            spec.name = "other"
        with self.assertRaises(TypeError):
            spec.fields["more"] = spec.fields["prefix"]

    def test_unknown_members_are_named_with_the_known_ones(self) -> None:
        with self.assertRaisesRegex(
            NotRegistered, "no field 'port'; known: prefix, case"
        ):
            ConsoleNotifier.spec.field("port")
        with self.assertRaisesRegex(NotRegistered, "no action 'render'"):
            ConsoleNotifier.spec.action("render")


class Refusal(Case):
    """A class that breaks a rule is refused, and registers nothing."""

    def setUp(self) -> None:
        super().setUp()
        before = registry.snapshot()
        self.addCleanup(
            lambda: self.assertIs(registry.snapshot(), before)
        )

    def refused(self, sentence: str):
        """Expects a DefinitionError with these words."""
        return self.assertRaisesRegex(DefinitionError, sentence)

    def test_a_default_against_the_fields_own_rule(self) -> None:
        with self.refused(r"default of Sms\.retries must be at least 1"):
            class Sms(DeliveryPlugin, name="sms"):
                retries = IntegerField("How often.", default=0, minimum=1)

    def test_a_field_declared_twice(self) -> None:
        with self.refused(r"Sms\.number is declared twice"):
            class Sms(DeliveryPlugin, name="sms"):
                number = StringField("Whom to write to.")
                number = StringField("Whom to call.")

    def test_one_field_under_two_names(self) -> None:
        with self.refused(r"Sms\.cc is Sms\.number under another name"):
            class Sms(DeliveryPlugin, name="sms"):
                number = cc = StringField("Whom to write to.", default="1")

    def test_one_action_under_two_names(self) -> None:
        with self.refused(r"Sms\.write is Sms\.send under another name"):
            class Sms(DeliveryPlugin, name="sms"):
                @action
                def send(self) -> None:
                    """Send."""

                write = send

    def test_a_field_of_another_class_under_another_name(self) -> None:
        with self.refused(r"Sms\.start is prefix under another name"):
            class Sms(DeliveryPlugin, name="sms"):
                start = ConsoleNotifier.prefix

        self.assertEqual(ConsoleNotifier.prefix.name, "prefix")

    def test_an_action_declared_twice(self) -> None:
        with self.refused(r"Sms\.send is declared twice"):
            class Sms(DeliveryPlugin, name="sms"):
                @action
                def send(self) -> None:
                    """Send."""

                def send(self) -> None:
                    """Send, and leave no record."""

    def test_a_member_in_the_frameworks_place(self) -> None:
        with self.refused("a name that the framework needs"):
            class Sms(DeliveryPlugin, name="sms"):
                history = StringField("Of the company.")

    def test_a_constructor_that_the_signature_would_not_describe(self) -> None:
        with self.refused("Sms has a constructor of its own"):
            class Sms(DeliveryPlugin, name="sms"):
                def __init__(self) -> None:
                    pass

    def test_a_plugin_without_a_group(self) -> None:
        with self.refused("Stray has no group"):
            class Stray(Plugin):
                pass

    def test_a_name_that_is_taken(self) -> None:
        with self.refused(
            "Second can't be delivery/pager, because PagerNotifier is"
        ):
            class Second(DeliveryPlugin, name="pager"):
                pass

    def test_an_unknown_class_keyword(self) -> None:
        with self.assertRaises(TypeError):
            class Sms(DeliveryPlugin, nmae="sms"):
                pass


class Construction(Case):
    """The metaclass has no part in making instances."""

    def test_the_metaclass_stays_out_of_calls_and_lookup(self) -> None:
        own = vars(type(ConsoleNotifier))
        for name in ("__call__", "__getattribute__", "__getattr__",
                     "__setattr__", "__instancecheck__"):
            self.assertNotIn(name, own)

    def test_positional_arguments_are_pythons_own_error(self) -> None:
        with self.assertRaises(TypeError):
            ConsoleNotifier("[dev]")

    def test_missing_fields_are_our_error(self) -> None:
        with self.assertRaises(ConfigurationError):
            WebhookNotifier()
