"""Every command, and who looks and who acts."""

import ast
import contextlib
import inspect
import io
import os
import subprocess
import sys
import types
import unittest
from unittest import mock

from incident_plugins import (
    ConsoleNotifier, DeliveryPlugin, IntegerField, PagerNotifier, Plugin,
    StringField, WebhookNotifier, action, cli, observe, registry, state,
)
from tests.support import Case, run

PAGER = ("--config", "service=db", "--config", "routing_key=12345678")
NEWS = ("--arg", "title=CPU high", "--arg", "message=node-1")
LOOKS = [
    ("manifest",),
    ("manifest", "--group", "delivery"),
    ("plugin", "delivery", "pager"),
    ("field", "delivery", "webhook", "endpoint"),
    ("action", "delivery", "console", "deliver"),
    ("registry",),
    ("registry", "--group", "delivery"),
    ("signatures",),
]


class Observing(Case):
    """What the six commands say."""

    def answer(self, *argv: str):
        """The answer of a command that succeeds."""
        status, answer, error = run(*argv)
        self.assertEqual((status, error), (0, ""))
        return answer

    def test_manifest(self) -> None:
        found = self.answer("manifest", "--group", "delivery")["delivery"]
        self.assertEqual(
            [each["name"] for each in found],
            ["console", "pager", "webhook"],
        )
        self.assertEqual(
            found[0],
            {
                "name": "console",
                "class": "ConsoleNotifier",
                "doc": "One line for the people who watch a terminal.",
                "signature": "(*, prefix='[ops]', case='upper')",
                "fields": ["prefix", "case"],
                "actions": ["deliver", "preview"],
            },
        )
        self.assertEqual(self.answer("manifest")["delivery"], found)

    def test_plugin(self) -> None:
        found = self.answer("plugin", "delivery", "pager")
        self.assertEqual(found["class"], "PagerNotifier")
        self.assertEqual(
            found["fields"]["routing_key"],
            {
                "kind": "string",
                "doc": "The key of the pager account.",
                "minimum": 8,
                "secret": True,
                "required": True,
            },
        )
        self.assertEqual(
            found["actions"]["preview"],
            "(title: str, message: str, severity: str = 'warning')"
            " -> str",
        )

    def test_field(self) -> None:
        self.assertEqual(
            self.answer("field", "delivery", "console", "case"),
            {
                "name": "case",
                "kind": "choice",
                "doc": "How the severity is written.",
                "choices": ["lower", "upper"],
                "required": False,
                "default": "upper",
            },
        )

    def test_action(self) -> None:
        found = self.answer("action", "delivery", "webhook", "preview")
        self.assertEqual(
            found["parameters"],
            [
                {"name": "title", "kind": "string", "required": True},
                {"name": "message", "kind": "string", "required": True},
                {"name": "severity", "kind": "string",
                 "required": False, "default": "warning"},
            ],
        )

    def test_null_is_the_default_none_and_nothing_else(self) -> None:
        class Sms(DeliveryPlugin, name="sms"):
            @action
            def note(self, text: str, author: str = None) -> None:
                """Note."""

        text, author = self.answer(
            "action", "delivery", "sms", "note"
        )["parameters"]
        self.assertNotIn("default", text)
        self.assertIsNone(author["default"])

    def test_registry(self) -> None:
        expected = {"delivery": ["console", "pager", "webhook"]}
        self.assertEqual(self.answer("registry"), expected)
        self.assertEqual(
            self.answer("registry", "--group", "delivery"), expected
        )
        registry.clear()
        self.assertEqual(self.answer("registry"), {})

    def test_signatures(self) -> None:
        self.assertEqual(
            self.answer("signatures"),
            {
                "delivery": {
                    "console": "(*, prefix='[ops]', case='upper')",
                    "pager":
                        "(*, service, routing_key, deduplicate=True)",
                    "webhook":
                        "(*, endpoint, timeout_seconds=5, redact=False)",
                }
            },
        )


class Operating(Case):
    """What the two commands do."""

    def test_invoke_gives_the_result_and_delivers(self) -> None:
        status, answer, _ = run(
            "invoke", "delivery", "console", "deliver",
            "--arg", "title=CPU high",
            "--arg", "message=node-1 crossed 90%",
        )
        expected = "[ops] WARNING CPU high: node-1 crossed 90%"
        self.assertEqual((status, answer), (0, expected))
        self.assertEqual(state.deliveries, (expected,))

    def test_trace_shows_that_preview_calls_deliver(self) -> None:
        status, answer, _ = run(
            "trace", "delivery", "pager", "preview", *PAGER, *NEWS
        )
        self.assertEqual(status, 0)
        self.assertEqual(answer["plugin"], "delivery/pager")
        self.assertEqual(
            answer["configuration"],
            {"service": "db", "routing_key": "…", "deduplicate": True},
        )
        inner, outer = answer["history"]
        self.assertEqual(
            (inner["action"], inner["arguments"]["dry_run"]),
            ("deliver", True),
        )
        self.assertEqual(outer["action"], "preview")
        self.assertEqual(outer["result"], answer["result"])
        self.assertEqual(state.deliveries, ())

    def test_trace_delivers_as_invoke_does(self) -> None:
        run("trace", "delivery", "pager", "deliver", *PAGER, *NEWS)
        self.assertEqual(len(state.deliveries), 1)

    def test_a_failed_action_still_gives_its_trace(self) -> None:
        status, answer, error = run(
            "trace", "delivery", "pager", "deliver", *PAGER, *NEWS,
            "--arg", "severity=loud",
        )
        self.assertEqual(status, 2)
        self.assertNotIn("result", answer)
        (entry,) = answer["history"]
        self.assertIn("ValueError: 'loud'", entry["raised"])
        self.assertIn("PagerNotifier.deliver raised ValueError", error)

    def test_a_failed_action_gives_invoke_a_sentence_only(self) -> None:
        status, answer, error = run(
            "invoke", "delivery", "console", "deliver", *NEWS,
            "--arg", "severity=loud",
        )
        self.assertEqual((status, answer), (2, None))
        self.assertIn("raised ValueError", error)

    def test_texts_are_read_as_the_kind_they_are_for(self) -> None:
        status, answer, _ = run(
            "trace", "delivery", "webhook", "deliver",
            "--config", "endpoint=https://example.org",
            "--config", "timeout_seconds=9", "--config", "redact=true",
            *NEWS, "--arg", "dry_run=true",
        )
        self.assertEqual(status, 0)
        self.assertEqual(answer["configuration"]["timeout_seconds"], 9)
        self.assertIs(answer["configuration"]["redact"], True)
        self.assertEqual(state.deliveries, ())


class Split(Case):
    """Looking leaves nothing, and needs no power to act."""

    def test_no_command_is_on_both_sides(self) -> None:
        self.assertEqual(
            sorted(cli.OBSERVING),
            ["action", "field", "manifest", "plugin", "registry",
             "signatures"],
        )
        self.assertEqual(sorted(cli.OPERATING), ["invoke", "trace"])

    def test_the_observing_commands_leave_the_state_alone(self) -> None:
        before = dict(vars(state))
        for argv in LOOKS:
            with self.subTest(" ".join(argv)):
                self.assertEqual(run(*argv)[0], 0)
                self.assertEqual(vars(state), before)

    def test_refused_commands_leave_the_state_alone(self) -> None:
        before = dict(vars(state))
        for argv in LOOKS:
            run(*(word.replace("delivery", "delivry") for word in argv))
            run(*argv[:-1], "nobody")
        run("invoke", "delivry", "console", "deliver")
        run("invoke", "delivery", "console", "deliver")
        self.assertEqual(vars(state), before)

    def test_the_observing_commands_run_without_the_power_to_act(self) -> None:
        acts: list[str] = []
        for owner, name in (
            (Plugin, "__init__"),
            (DeliveryPlugin, "deliver"),
            (DeliveryPlugin, "preview"),
            (ConsoleNotifier, "render"),
            (PagerNotifier, "render"),
            (WebhookNotifier, "render"),
        ):
            # It only takes note. What it raised could be caught.
            def act(*_: object, act=f"{owner.__name__}.{name}", **__: object):
                acts.append(act)

            self.enter(mock.patch.object(owner, name, act))
        for argv in LOOKS:
            with self.subTest(" ".join(argv)):
                acts.clear()
                self.assertEqual(run(*argv)[0], 0)
                self.assertEqual(acts, [])

    def test_that_test_notices_an_act_that_hides_its_failure(self) -> None:
        def samples() -> None:
            for plugin in registry.members("delivery"):
                plugin().preview("a", "b")

        def words() -> None:
            fields = types.SimpleNamespace(service="db", deduplicate=True)
            PagerNotifier.render(fields, "a", "b", "info")

        summary = observe._summary
        for act in samples, words:
            def hiding(spec: object, act=act) -> object:
                try:
                    act()
                except Exception:
                    pass
                return summary(spec)

            with self.subTest(act.__name__):
                result = unittest.TestResult()
                with mock.patch.object(observe, "_summary", hiding):
                    Split(
                        "test_the_observing_commands_run_"
                        "without_the_power_to_act"
                    ).run(result)
                self.assertEqual(result.testsRun, 1)
                self.assertFalse(result.wasSuccessful())

    def test_the_observing_module_does_not_import_the_other(self) -> None:
        tree = ast.parse(inspect.getsource(observe))
        imported = {
            node.module for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom)
        }
        self.assertNotIn("incident_plugins.operate", imported)
        self.assertNotIn("incident_plugins", imported)


class Secrets(Case):
    """A secret default is used and not shown."""

    def test_no_look_shows_a_secret_default(self) -> None:
        class Sms(DeliveryPlugin, name="sms"):
            token = StringField("Ours.", default="s3cret", secret=True)

        self.assertEqual(Sms().token, "s3cret")
        for argv in (
            *LOOKS, ("plugin", "delivery", "sms"),
            ("field", "delivery", "sms", "token"),
        ):
            with self.subTest(" ".join(argv)):
                self.assertNotIn("s3cret", str(run(*argv)[1]))
        self.assertEqual(str(inspect.signature(Sms)), "(*, token=…)")
        self.assertNotIn("s3cret", repr(Sms.spec))

    def test_a_secret_default_is_shown_to_be_there(self) -> None:
        class Sms(DeliveryPlugin, name="sms"):
            token = StringField("Ours.", default="s3cret", secret=True)

        found = run("field", "delivery", "sms", "token")[1]
        self.assertEqual((found["required"], found["default"]), (False, "…"))


class Help(Case):
    """The one answer that is not JSON."""

    def test_help_is_shown_and_returns(self) -> None:
        for argv in ("--help",), ("field", "--help"):
            with self.subTest(" ".join(argv)):
                out = io.StringIO()
                with contextlib.redirect_stdout(out):
                    self.assertEqual(cli.main(argv), 0)
                self.assertIn("python -m incident_plugins", out.getvalue())


class Refusals(Case):
    """One sentence on stderr, nothing on stdout, status 2."""

    def test_each_refusal_is_one_sentence(self) -> None:
        console = ("invoke", "delivery", "console", "deliver")
        cases = {
            ("manifest", "--group", "x"): "There is no group 'x'",
            ("plugin", "x", "pager"): "There is no group 'x'",
            ("plugin", "delivery", "x"): "has no plugin 'x'",
            ("field", "delivery", "pager", "x"): "has no field 'x'",
            ("action", "delivery", "pager", "x"): "has no action 'x'",
            ("invoke", "delivery", "console", "render"):
                "has no action 'render'",
            ("invoke", "delivery", "console", "__class__"):
                "has no action '__class__'",
            ("invoke", "delivery", "pager", "deliver"):
                "needs a value for service and routing_key",
            (*console, "--config", "x=1"): "has no field 'x'",
            (*console, "--config", "self=1"): "has no field 'self'",
            (*console, "--config", "case=mixed"): "must be one of",
            (*console, "--arg", "x=1"): "has no parameter 'x'",
            (*console, "--arg", "title=a"): "deliver needs message",
            (*console, *NEWS, "--arg", "dry_run=perhaps"):
                "can't be read as boolean: 'perhaps'",
            (*console, "--arg", "title"): "is not KEY=VALUE",
            (*console, *NEWS, "--arg", "title=b"): "gives title twice",
            ("explode",): "invalid choice",
            ("plugin", "delivery"): "required: plugin",
            (): "required: command",
        }
        for argv, sentence in cases.items():
            with self.subTest(" ".join(argv)):
                status, answer, error = run(*argv)
                self.assertEqual((status, answer), (2, None))
                self.assertIn(sentence, error)
                self.assertEqual(error.count("\n"), 1)
                self.assertTrue(error.endswith(".\n"))
        self.assertEqual(state.deliveries, ())

    def test_a_secret_is_not_repeated_in_a_refusal(self) -> None:
        class Sms(DeliveryPlugin, name="sms"):
            pin = IntegerField("Of the account.", secret=True)

        status, _, error = run(
            "invoke", "delivery", "sms", "preview", *NEWS,
            "--config", "pin=s3cret",
        )
        self.assertEqual(
            (status, error), (2, "Sms.pin can't be read as integer: ….\n")
        )


@unittest.skipIf(
    sys.platform in ("wasi", "emscripten"), "no processes here"
)
class InAProcessOfItsOwn(Case):
    """What can only be seen from a fresh start."""

    def python(self, *words: str) -> "subprocess.CompletedProcess[str]":
        """Runs Python in the capstone's folder."""
        return subprocess.run(
            [sys.executable, *words],
            cwd=os.path.dirname(os.path.dirname(__file__)),
            capture_output=True, text=True, check=False,
        )

    def test_output_and_status(self) -> None:
        good = self.python("-m", "incident_plugins", "registry")
        self.assertEqual(good.returncode, 0)
        self.assertTrue(good.stdout.startswith('{\n  "delivery": [\n'))
        bad = self.python("-m", "incident_plugins", "plugin", "x", "y")
        self.assertEqual((bad.returncode, bad.stdout), (2, ""))

    def test_importing_installs_no_hook(self) -> None:
        ended = self.python("-c", (
            "import sys\n"
            "before = [*sys.meta_path, *sys.path_hooks]\n"
            "import incident_plugins.cli\n"
            "print(before == [*sys.meta_path, *sys.path_hooks])"
        ))
        self.assertEqual(ended.stdout, "True\n")
