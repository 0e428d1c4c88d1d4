"""What the ledger lists: a change is one difference between two fingerprints, a finding is what became of it over a
run."""

# The state of something that is not there, as (mark, text).
NOTHING = None, "nothing"


class Change:
    """One tracked thing that is not as it was.

    * `kind`, `target`: its `Kind`, and the name of the thing
    * `before`, `after`: its states, each (mark, text); two states are the same if their marks are equal
    * `owner`: the module, class or instance whose entry it is; for a row, the id of the owner that it names, or None
    * `was`: the value that was there, or what the row's probe has kept
    * `name`: the entry's own name, if it is an entry
    * `is_settled`: it has turned out to be ordinary, and what was found of it before is no finding
    """

    __slots__ = "kind", "target", "before", "after", "owner", "was", "name", "is_settled"

    def __init__(self, kind, target, before, after, owner=None, was=None, name=None, is_settled=False):
        self.kind, self.target, self.before, self.after = kind, target, before, after
        self.owner, self.was, self.name, self.is_settled = owner, was, name, is_settled


class Finding:
    """One thing that a run changed, over the whole run.

    * `kind`, `target`: as in the first change
    * `before`, `after`: the state before the first change, and after the last one
    * `line`: the line whose statement made the first change; None where that is not known
    * `gone`: the line whose statement put it back, or None
    * `change`: the first change
    """

    __slots__ = "kind", "target", "before", "after", "line", "gone", "change"

    def __init__(self, change, line):
        self.kind, self.target = change.kind, change.target
        self.before, self.after = change.before, change.after
        self.line, self.gone, self.change = line, None, change

    @property
    def is_added(self):
        """Whether nothing was there before."""
        return self.before is NOTHING

    @property
    def is_removed(self):
        """Whether nothing is there now."""
        return self.after is NOTHING

    @property
    def status(self):
        """`reverted`, `permanent` or `left`."""
        if self.before[0] == self.after[0] and self.is_added == self.is_removed:
            return "reverted"
        return "permanent" if self.kind.why_permanent(self.target) else "left"
