"""The command line: eight commands, JSON on stdout.

1. `OBSERVING` and `OPERATING` say which commands there are, which
   function each one is, and what it takes.
2. `main` reads the arguments and calls the function.
3. The answer goes to stdout, indented, with sorted keys. A refusal is
   one sentence on stderr, and the exit status is 2. With `--help`
   the answer is a text.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from typing import Any, NoReturn

from incident_plugins import observe, operate, registry
from incident_plugins.errors import ActionFailed, PluginError

Commands = dict[str, tuple[Callable[..., Any], str]]

OBSERVING: Commands = {
    "manifest": (observe.manifest, "--group"),
    "plugin": (observe.plugin, "group plugin"),
    "field": (observe.field, "group plugin field"),
    "action": (observe.action, "group plugin action"),
    "registry": (observe.registry, "--group"),
    "signatures": (observe.signatures, "--group"),
}
OPERATING: Commands = {
    "invoke": (operate.invoke, "group plugin action --config --arg"),
    "trace": (operate.trace, "group plugin action --config --arg"),
}


def main(
    argv: Sequence[str] | None = None,
    catalogue: observe.Catalogue = registry,
) -> int:
    """Runs one command and returns the exit status, 0 or 2."""
    try:
        options = vars(_parser().parse_args(argv))
        run, _ = (OBSERVING | OPERATING)[options.pop("command")]
        answer = run(catalogue, **options)
    except PluginError as refusal:
        if isinstance(refusal, ActionFailed) and refusal.evidence:
            print(_as_json(refusal.evidence))
        print(refusal, file=sys.stderr)
        return 2
    except _HelpShown:
        return 0
    print(_as_json(answer))
    return 0


class UsageError(PluginError):
    """Arguments that are no command."""


class _HelpShown(Exception):
    """The help has been printed, and there is nothing more to do."""


class _Parser(argparse.ArgumentParser):
    """One that neither prints its usage at an error, nor exits."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{self.prog}: {message}.")

    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        raise _HelpShown


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m incident_plugins")
    commands = parser.add_subparsers(dest="command", required=True)
    for name, (run, takes) in (OBSERVING | OPERATING).items():
        command = commands.add_parser(name, help=run.__doc__)
        for word in takes.split():
            if word in ("--config", "--arg"):
                command.add_argument(
                    word, metavar="KEY=VALUE", type=_pair,
                    action=_Pairs, default={},
                )
            else:
                command.add_argument(word)
    return parser


class _Pairs(argparse.Action):
    """Collects key=value pairs, and turns down a key given twice."""

    def __call__(
        self, parser: Any, namespace: Any, pair: Any, option: Any = None
    ) -> None:
        key, value = pair
        pairs = getattr(namespace, self.dest)
        if key in pairs:
            parser.error(f"{option} gives {key} twice")
        setattr(namespace, self.dest, {**pairs, key: value})


def _pair(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not (key and equals):
        raise argparse.ArgumentTypeError(f"{text!r} is not KEY=VALUE")
    return key, value


def _as_json(answer: Any) -> str:
    # What JSON has no form for is shown by its repr.
    return json.dumps(
        answer, indent=2, sort_keys=True, default=repr,
        ensure_ascii=False,
    )
