"""What a piece of code leaves behind in the interpreter, beyond variables.

    with residue.watch() as r:
        ...
    r.left        # findings that are still there
    r.reverted    # what was changed and put back

`watch` compares the process before the block with the process after it. What comes and goes in between is seen where
`r.look()` is called. The ledger on the page compares the same fingerprints, but takes one before every statement, in a
copy of the interpreter.

    residue.original("json.dumps")   # what the pristine interpreter has under this name
"""

import sys as _sys

from ._changes import Story, changes
from ._snapshot import Snapshot
from ._words import guest as _guest
from .kinds.tables import read_cells

__all__ = ["watch", "original", "Seen"]

_originals = getattr(_guest, "originals", {})


class Seen:
    """A finding: `kind` and `target` say what changed, `status` is `left`, `reverted` or `permanent`, and `before`
    and `after` are the states in words. It equals its line as tests and pages write it: "attribute json.dumps
    left"."""

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
    """A context manager that finds what its block leaves behind; see above."""

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
        """Finds what is different since the last look."""
        now = Snapshot(_sys.modules["__main__"].__dict__, self._last)
        for change in changes(self._last, now, self._story):
            self._story.add(change)
        self._last = now

    def _seen(self, *statuses):
        return [Seen(finding) for finding in self._story.known.values() if finding.status in statuses]

    @property
    def left(self):
        """What is still there, including what Python can't take back."""
        return self._seen("left", "permanent")

    @property
    def reverted(self):
        """What was changed and put back."""
        return self._seen("reverted")


def original(name):
    """The object that the pristine interpreter has under a dotted name, as its namespace holds it: for a static
    method that is the `staticmethod` object. LookupError if there is none, as for modules that were imported later."""
    owner, _, attribute = name.rpartition(".")
    try:
        return _originals[owner][attribute]
    except KeyError:
        raise LookupError(f"the pristine interpreter has no {name}") from None
