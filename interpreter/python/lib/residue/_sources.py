"""Programs as texts: which names a cell mentions, and which attributes a module of the library writes by itself.

Without `re`, which the reader may have broken.
"""

import sys

from ._words import is_class, is_module, is_own, module_names, module_of

_modules = sys.modules
_open = open
# Letters of a module's source that are read.
LONGEST_SOURCE = 1_000_000


class ProgramText:
    """A program's text, and the words in it."""

    def __init__(self, source):
        self.source = source
        self.words = frozenset(
            source.translate({ord(letter): " " for letter in set(source) if not _is_of_a_word(letter)}).split(" ")
        )

    def __contains__(self, name):
        return any(True for _ in self.places(name))

    def places(self, name):
        """Where a name stands as a word of its own: (begin, end)."""
        if name not in self.words and all(map(_is_of_a_word, name)):
            return
        at = self.source.find(name)
        while at >= 0:
            end = at + len(name)
            if not (at and _is_of_a_word(self.source[at - 1]) or _is_of_a_word(self.source[end : end + 1])):
                yield at, end
            at = self.source.find(name, at + 1)


def _is_of_a_word(letter):
    return letter.isalnum() or letter == "_"


# The texts of the library's modules that have been read, by their files.
_read = {}


def writes_itself(owner, name):
    """Whether a module or class writes such an attribute by itself, in the course of its work: its module's source
    assigns to that name. A class of a cell may do as it likes."""
    if is_class(owner):
        module = _modules.get(module_of(owner))
        if is_own(owner):
            return True
    else:
        module = owner
    file = module_names(module).get("__file__") if is_module(module) else None
    if type(file) is not str or not file.endswith(".py"):
        return False
    text = _text_of(file)
    return "globals()" in text.source or any(_is_written(text.source, at, end) for at, end in text.places(name))


def _text_of(file):
    if file not in _read:
        try:
            with _open(file, encoding="utf-8") as opened:
                _read[file] = ProgramText(opened.read(LONGEST_SOURCE))
        except Exception:
            # A file that can't be read says nothing.
            _read[file] = ProgramText("")
    return _read[file]


def _is_written(source, at, end):
    """Whether the word between two places of a source stands after `global`, or between a dot and an assignment."""
    line = source[source.rfind("\n", 0, at) + 1 : at].lstrip()
    rest = source[end : end + 8].lstrip()
    is_assigned = rest.lstrip("+-*/|&")[:1] == "=" and rest[:2] != "=="
    return line.startswith("global ") or source[at - 1 : at] == "." and is_assigned
