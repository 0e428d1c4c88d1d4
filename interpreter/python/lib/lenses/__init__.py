"""Pictures of what a mechanism of Python does: of a lookup, an import, a class statement, and so on.

`look(kind, subject, namespace)` answers in plain data; `_picture.py` says in which. Each kind of picture, a *lens*, is
a file of this package with one function `look(subject, namespace)`. The subject is Python text, and the namespace that
in which it is evaluated: both may be anything, for the page asks in a fork, which is thrown away.

The workbook asks a sealed copy of this package; `import lenses` brings an ordinary one, for tests and for lessons.
"""

from lenses._lenses import LENSES, NoPicture, load, look, text

__all__ = ["LENSES", "NoPicture", "look", "text"]

for _kind in LENSES:
    load(_kind)
