"""Who takes an assignment to an attribute, or its deletion, and what is stored afterwards: a part of `_lookup.py`."""

from types import MemberDescriptorType

from lenses._objects import MISSING, Watched, class_name, describe, is_a
from lenses._picture import cell, grid, row


def draw_assignment(ladder, text, value=MISSING, reading=None):
    """The grid of an assignment, or of a deletion if there is no value.

    `reading` is the lookup that comes before the assignment of `obj.name += …`.
    """
    return _Writing(ladder, text, value, reading).picture()


class _Writing:
    """What an assignment or a deletion did: whether a hook or a rung took it, or refused it."""

    def __init__(self, ladder, text, value, reading):
        self.ladder, self.text, self.value, self.reading = ladder, text, value, reading
        self.deleting = value is MISSING
        self.hook = ladder.hook("__delattr__" if self.deleting else "__setattr__", "first")
        self.rung = ladder.taking()
        self.before = self._held()
        act = (delattr, ladder.value, ladder.name) if self.deleting else (setattr, ladder.value, ladder.name, value)
        self.watched = Watched(*act)
        self.raised = self.watched.raised
        self.reached = self._rung_was_reached()
        self.taker = self._find_taker()

    def _rung_was_reached(self):
        """Whether the rung took it, or raised. None if that can't be told."""
        rung = self.rung
        if rung is None:
            return False
        if rung.kind != "type" or type(rung.stored) is MemberDescriptorType:
            held = self._held()
            return not self.raised and held is self.value and (self.hook is None or held is not self.before)
        code = rung.code_of(*(("fdel", "__delete__") if self.deleting else ("fset", "__set__")))
        return None if code is None else self.watched.entered(code)

    def _held(self):
        """What the rung holds, or what is in the slot that it stands for."""
        if self.rung and self.rung.kind == "type":
            return self.rung.read_field() if type(self.rung.stored) is MemberDescriptorType else MISSING
        return self.rung.now() if self.rung else MISSING

    def _find_taker(self):
        """A hook or a rung. None if there is none, or if the object has a way of its own."""
        if self.hook:
            return self.rung if self.reached else self.hook
        return self.rung if self.raised or self.reached is not False else None

    def picture(self):
        """The grid of an assignment or a deletion."""
        parts = [self.hook, *self.ladder.rungs()]
        if self.reading:
            parts = [self.reading.first, *parts, self.reading.last]
        parts = [part for part in parts if part]
        for part in parts:
            self._judge_lookup(part)
            part.outcome, part.outcome_mark = self._outcome(part)
        rows = [part.row() for part in parts]
        if self.taker is None:
            last = cell(class_name(type(self.raised)), "fails") if self.raised else cell("takes it", "answers")
            rows.append(row("nowhere" if self.raised else "elsewhere", [cell(""), cell(""), last]))
        return grid(f"{self._sentence()}.", ["stored", "as", "after"], rows)

    def _judge_lookup(self, part):
        """Say who answers a lookup: before `obj.name += …`, else afterwards."""
        if part is self.hook:
            return
        if self.reading:
            self.reading.judge(part)
        elif part is self._next_answer():
            part.mark = "answers"
        elif part in self._covered():
            part.mark = "hidden"

    def _outcome(self, part):
        """What became of a part: a text and a mark."""
        if part is self.taker and self.raised:
            return class_name(type(self.raised)), "fails"
        if part is self.taker and (part is self.hook or part.kind == "type"):
            return "takes it", "answers"
        if part is self.hook:
            return "called", "asked"
        if part not in self.ladder.rungs():
            return "", ""
        now = part.now()
        if now is part.stored:
            return ("the same object", "") if part is self.taker else ("", "")
        if now is MISSING:
            return "", "absent"
        return describe(now), "changed" if part.holds else "new"

    def _others(self):
        """The rungs that hold the name too, if a rung has taken it."""
        if self.raised or self.taker is None or self.taker is self.hook:
            return []
        return [rung for rung in self.ladder.rungs() if rung.holds and rung is not self.rung]

    def _next_answer(self):
        """The rung that answers from now on, because the entry before it has been deleted."""
        others = self._others()
        return others[0] if others and self.deleting and self.rung.kind != "type" else None

    def _covered(self):
        """The rungs that hold the name, but do not answer from now on."""
        return [rung for rung in self._others() if rung is not self._next_answer()]

    def _sentence(self):
        if self.raised:
            return f"`{self.text}` raises {class_name(type(self.raised))}{self._reason()}"
        text = f"`{self.text}`{self._of_lookup()}"
        if self.taker is None:
            return f"{text} is taken by a place that the lens can't see, not by these rungs"
        if self.taker is self.hook:
            return f"{text} is taken by {self.hook.phrase()}{self._of_own_entry()}"
        through = f", through {self.hook.phrase()}" if self.hook else ""
        if self.rung.kind == "type":
            return f"{text} is taken by {self.rung.phrase()}{through}{self._of_own_entry()}"
        if self.deleting:
            following = self._next_answer()
            then = f"from now on {following.phrase()} answers" if following else "no other rung holds the name"
            return f"{text} removes {self.rung.phrase()}{through}; {then}"
        if self.rung.holds:
            return f"{text} replaces {self.rung.phrase()}{through}"
        covered = self._covered()
        hides = f", which hides {covered[0].phrase()} from now on" if covered and not self.reading else ""
        return f"{text} makes an entry in {self.rung.where}{through}{hides}"

    def _of_lookup(self):
        """What `obj.name += …` read."""
        if self.reading is None or self.reading.answerer is None:
            return ""
        same = ", gets the same object back" if self.value is self.reading.found else ""
        return f" reads {self.reading.answerer.phrase()}{same}, and"

    def _of_own_entry(self):
        """What became of the object's own entry, which a lookup would miss."""
        own = self.ladder.stages[-1].own[:1]
        if not own:
            return ""
        if own[0].now() is not own[0].stored:
            return f", which changes the entry in {own[0].where}"
        if own[0].holds:
            return f"; the entry in {own[0].where} stays as it was"
        return f"; {own[0].where} gets no such entry"

    def _reason(self):
        """Why it raised."""
        rung = self.rung
        if self.taker is self.hook and self.hook:
            return f", and it comes from {self.hook.phrase()}"
        if rung is None:
            return ": no data descriptor takes it, and there is no `__dict__`"
        if rung.kind == "type":
            return f": {rung.phrase()} refuses it"
        if self.deleting and not rung.holds and is_a(self.raised, AttributeError):
            return f": there is no entry in {rung.where}"
        return f": {rung.where} refuses it"
