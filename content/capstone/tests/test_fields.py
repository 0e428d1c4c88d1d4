"""What values a field takes and refuses."""

import unittest

from incident_plugins import (
    MISSING, BooleanField, ChoiceField, ConfigurationError,
    ConsoleNotifier, Field, IntegerField, PagerNotifier, StringField,
    WebhookNotifier,
)
from tests.support import Case

URL = "https://example.org/hook"


class Objections(unittest.TestCase):
    """Each kind's rule, asked directly."""

    def test_each_kind_knows_its_values(self) -> None:
        cases: list[tuple[Field, list[object], list[object]]] = [
            (StringField(""), ["", "db"], [None, 7, b"db"]),
            (StringField("", minimum=2), ["db"], ["", "d"]),
            (IntegerField(""), [-1, 0, 7], [True, 1.0, "7", None]),
            (IntegerField("", minimum=0), [0, 1], [-1, False]),
            (BooleanField(""), [True, False], [0, 1, "true", None]),
            (ChoiceField("", choices="ab"), ["a"], ["c", "", None]),
        ]
        for field, good, bad in cases:
            for value in good:
                with self.subTest(field=field.kind, good=value):
                    self.assertIsNone(field.objection(value))
            for value in bad:
                with self.subTest(field=field.kind, bad=value):
                    self.assertIn("must", field.objection(value) or "")


class OnAPlugin(Case):
    """Fields at work."""

    def test_values_are_checked_at_construction(self) -> None:
        with self.assertRaisesRegex(
            ConfigurationError,
            r"WebhookNotifier\.timeout_seconds must be at least 1, not 0",
        ):
            WebhookNotifier(endpoint=URL, timeout_seconds=0)

    def test_values_are_checked_at_assignment(self) -> None:
        console = ConsoleNotifier()
        with self.assertRaises(ConfigurationError):
            console.case = "Upper"
        self.assertEqual(console.case, "upper")

    def test_a_value_lives_in_the_instance(self) -> None:
        one, other = ConsoleNotifier(), ConsoleNotifier(prefix=">")
        self.assertEqual((one.prefix, other.prefix), ("[ops]", ">"))
        self.assertEqual(vars(other)["prefix"], ">")

    def test_through_the_class_one_gets_the_descriptor(self) -> None:
        self.assertIsInstance(ConsoleNotifier.prefix, StringField)

    def test_a_field_without_a_value_says_so(self) -> None:
        bare = ConsoleNotifier.__new__(ConsoleNotifier)
        with self.assertRaisesRegex(AttributeError, "has no value yet"):
            bare.prefix

    def test_missing_fields_are_all_named_in_our_own_words(self) -> None:
        with self.assertRaises(ConfigurationError) as caught:
            PagerNotifier()
        self.assertEqual(
            str(caught.exception),
            "PagerNotifier needs a value for service and routing_key.",
        )

    def test_unknown_fields_are_named_with_the_known_ones(self) -> None:
        with self.assertRaises(ConfigurationError) as caught:
            ConsoleNotifier(colour="red")
        self.assertEqual(
            str(caught.exception),
            "ConsoleNotifier has no field 'colour'; known: prefix, case.",
        )

    def test_a_secret_stays_out_of_the_configuration(self) -> None:
        pager = PagerNotifier(service="db", routing_key="k" * 8)
        self.assertEqual(pager.configuration["routing_key"], "…")
        self.assertEqual(pager.routing_key, "k" * 8)

    def test_a_secret_stays_out_of_a_refusal(self) -> None:
        cases: list[tuple[Field, object]] = [
            (StringField("", secret=True), 4711),
            (IntegerField("", minimum=9999, secret=True), 4711),
            (IntegerField("", secret=True), "4711"),
            (BooleanField("", secret=True), 4711),
            (ChoiceField("", choices="ab", secret=True), "4711"),
        ]
        for field, value in cases:
            with self.subTest(field.kind):
                objection = field.objection(value) or ""
                self.assertTrue(objection.endswith("not …"))


class Specs(unittest.TestCase):
    """A field as data."""

    def test_the_spec_says_what_the_field_checks(self) -> None:
        spec = WebhookNotifier.spec.field("timeout_seconds")
        self.assertEqual(
            (spec.name, spec.kind, spec.default, spec.minimum),
            ("timeout_seconds", "integer", 5, 1),
        )
        self.assertFalse(spec.required)

    def test_no_default_is_not_the_default_none(self) -> None:
        self.assertTrue(StringField("").spec.required)
        self.assertFalse(Field("", default=None).spec.required)
        self.assertIs(StringField("").spec.default, MISSING)
