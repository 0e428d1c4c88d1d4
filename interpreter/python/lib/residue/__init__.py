"""What a piece of code leaves behind in the interpreter, beyond variables.

    with residue.watch() as r:
        ...
    r.left        # findings that are still there
    r.reverted    # what was changed and put back

`watch` compares the process before and after the block; what comes and goes in between is seen at every call of
`r.look()`. The ledger on the page uses the same fingerprint, and takes it before every statement, in a copy of the
interpreter.

    residue.original("json.dumps")   # what the pristine interpreter has under this name
"""
import sys as _sys

from ._changes import Story, changes
from ._snapshot import Snapshot
from .kinds.tables import read_cells

__all__ = ["watch", "original", "Seen"]

try:
    from _residue import originals as _originals
except ImportError:
    _originals = {}


class Seen:
    """A finding: what changed, and whether it is still so."""

    def __init__(self, finding):
        self.kind, self.target, self.status = finding.kind.name, finding.target, finding.status
        self.before, self.after = finding.before[1], finding.after[1]

    def __repr__(self):
        return f"<{self.kind} {self.target} {self.status}: {self.before} -> {self.after}>"

    def __eq__(self, other):
        if isinstance(other, str):
            return f"{self.kind} {self.target} {self.status}" == other
        return NotImplemented

    __hash__ = None


class watch:
    """A context manager; see the module."""

    def __init__(self):
        self._story = self._last = None

    def __enter__(self):
        read_cells("")
        self._last = Snapshot(_sys.modules["__main__"].__dict__)
        self._story = Story(self._last)
        return self

    def __exit__(self, *_):
        self.look()
        self._story.add_what_is_seen_at_the_end(self._last)
        return False

    def look(self):
        """Notes what is different from the last look."""
        now = Snapshot(_sys.modules["__main__"].__dict__, self._last)
        for change in changes(self._last, now, self._story):
            self._story.add(change)
        self._last = now

    def _seen(self, *statuses):
        return [Seen(finding) for finding in self._story.known.values() if finding.status in statuses]

    @property
    def left(self):
        """What is still there, what can't be undone included."""
        return self._seen("left", "permanent")

    @property
    def reverted(self):
        return self._seen("reverted")


def original(name):
    """The object that the pristine interpreter has under a dotted name, as its namespace holds it: a static method
    is the `staticmethod` object. LookupError if it has none, or if the module came later."""
    owner, _, attribute = name.rpartition(".")
    try:
        return _originals[owner][attribute]
    except KeyError:
        raise LookupError(f"the pristine interpreter has no {name}") from None
