"""The lenses by name, and what is asked of them."""

from lenses._choice import kind_of
from lenses._picture import NoPicture, finish

__all__ = ["LENSES", "NoPicture", "load", "look", "text"]

# A lens is the file of its name, `_lookup.py` and so on.
LENSES = ("lookup", "import", "tree", "class", "contract", "escape", "call")


def load(kind):
    """Return the module of a lens. It is imported when it is first wanted, because a fork wants one picture only."""
    return __import__(f"lenses._{kind}", None, None, ["look"])


def look(kind, subject, namespace):
    """Draw a picture. `kind` is one of `LENSES`, or empty: then it is chosen by what the subject is.

    Raises `NoPicture` with a sentence if there is nothing to draw, and what evaluating the subject raises.
    """
    kind = kind or kind_of(subject, namespace)
    if kind not in LENSES:
        raise NoPicture(f"There is no lens {kind!r}; there are {', '.join(LENSES)}.")
    return finish(kind, subject, load(kind).look(subject, namespace))


def text(kind, subject, namespace):
    """The same picture as text: the reading and the facts, a line each."""
    picture = look(kind, subject, namespace)
    return "\n".join([picture["reading"], *picture["facts"]])
