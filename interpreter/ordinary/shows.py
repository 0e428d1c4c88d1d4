"""Prints and displays values of every common type."""

import sys

values = [1, 10**30, 1.5, 2j, True, None, ..., "text", "it's", "ä€🐍", b"bytes", bytearray(3), range(3), slice(1, 2)]
values += [[1, [2]], (1,), {"a": {1}}, frozenset(), {}, set(), int, print, len, sys, object, lambda x: x, iter([])]
for value in values:
    print(value, repr(value), f"{value!r:>30}", type(value).__name__, bool(value), sep=" | ")
print("no newline", end="")
print("error", file=sys.stderr)
print(*map("{:08.3f}|{:,}|{:x}".format, (1.5, 2.25), (1000, 20000), (255, 16)), sep="\n")
form = "%s %d %.2f %r"
print(form % ("a", 1, 2.5, [1]), "a,b".split(","), "-".join("abc"), "Text".lower().title().center(20, "*"))
help(len)
print(dir(values)[:3], vars(sys).keys() >= {"path"}, id(values) == id(values), hash("a") == hash("a"))
last = [1, {"last": values[:3]}]
last  # noqa: B018 - the last expression of a cell is displayed
