"""Raises, catches, groups and chains exceptions, and ends in one."""

import contextlib
import traceback
import warnings


class Own(ValueError):
    def __init__(self, *args):
        super().__init__(*args)
        self.add_note("a note")


def outer(depth):
    if depth:
        return outer(depth - 1)
    try:
        {}["missing"]
    except KeyError as error:
        raise Own("chained") from error


wrong = ["1 + ''", "[][1]", "int('x')", "None.x", "1 / 0", "unknown", "f(", "len()", "import nothing"]
wrong += ["assert 0, 'no'", "''.x = 1", "class A(int, str): pass", "raise StopIteration", "def f():\nreturn"]
for source in [*wrong, "x = = 1", "iter(1)", "a, b = 1"]:
    try:
        exec(source, {})
    except BaseException as error:
        print(type(error).__name__, error, traceback.format_exc().count("\n"))
with contextlib.suppress(ExceptionGroup), contextlib.ExitStack() as stack:
    stack.callback(print, "left")
    raise ExceptionGroup("group", [ValueError(1), OSError(2, "no such file")])
try:
    raise ExceptionGroup("group", [ValueError(1), TypeError(2)])
except* ValueError as group:
    print(group.exceptions)
except* TypeError:
    warnings.warn("seldom", stacklevel=1)
finally:
    print("finally")
outer(5)
