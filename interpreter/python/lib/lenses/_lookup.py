"""The lens on an attribute: who answers `obj.name`, and who takes `obj.name = value`, `obj.name += …`, `del obj.name`.

A row is a rung or a hook (see `_rungs.py`). The usual rules say who answers; then the lookup is really done, and the
picture says what happened. The reader's code is called only then, and to evaluate the object and the value.
"""

import ast
import operator
from types import FunctionType, ModuleType

from lenses._assignment import draw_assignment
from lenses._objects import BUILT_IN_DESCRIPTORS, Watched, class_name, describe, is_a, phrase_of
from lenses._picture import NoPicture, cell, cut, grid, row
from lenses._rungs import Ladder

# What an augmented assignment calls, and how it is written.
OPERATORS = {
    ast.Add: (operator.iadd, "+="),
    ast.Sub: (operator.isub, "-="),
    ast.Mult: (operator.imul, "*="),
    ast.MatMult: (operator.imatmul, "@="),
    ast.Div: (operator.itruediv, "/="),
    ast.FloorDiv: (operator.ifloordiv, "//="),
    ast.Mod: (operator.imod, "%="),
    ast.Pow: (operator.ipow, "**="),
    ast.BitAnd: (operator.iand, "&="),
    ast.BitOr: (operator.ior, "|="),
    ast.BitXor: (operator.ixor, "^="),
    ast.LShift: (operator.ilshift, "<<="),
    ast.RShift: (operator.irshift, ">>="),
}


def look(subject, namespace):
    """Draw the lookup, the assignment or the deletion that `subject` is."""
    statement, target = _parse(subject)
    base = ast.unparse(target.value)
    if base == "super()":
        raise NoPicture("`super()` without arguments works only inside a method: write `super(Class, obj)` here.")
    value = _evaluate(statement.value, namespace) if isinstance(statement, (ast.Assign, ast.AnnAssign)) else None
    owner = _evaluate(target.value, namespace)
    writing = not isinstance(statement, ast.Expr)
    ladder = Ladder(owner, base, target.attr, namespace.get("__name__"), writing)
    text = cut(ast.unparse(target), 40)
    if not writing:
        return Reading(ladder, text).picture()
    if isinstance(statement, ast.Delete):
        return draw_assignment(ladder, f"del {text}")
    if isinstance(statement, ast.AugAssign):
        return _draw_update(ladder, text, statement, namespace)
    return draw_assignment(ladder, f"{text} = …", value)


def _parse(subject):
    """The one statement of the subject, and the attribute that it is about."""
    try:
        statements = ast.parse(subject.strip()).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        statements = []
    match statements:
        case [
            ast.Expr(value=ast.Attribute() as target)
            | ast.Assign(targets=[ast.Attribute() as target])
            | ast.Delete(targets=[ast.Attribute() as target])
            | ast.AugAssign(target=ast.Attribute() as target)
            | ast.AnnAssign(target=ast.Attribute() as target, value=ast.expr()) as statement
        ]:
            return statement, target
    raise NoPicture("A lookup is written with a dot: `obj.name`, `obj.name = value` or `del obj.name`.")


def _evaluate(expression, namespace):
    return eval(compile(ast.Expression(expression), "<lookup>", "eval"), namespace)


def _draw_update(ladder, text, statement, namespace):
    """`obj.name += value`: a lookup, and an assignment of what the operator gives."""
    reading = Reading(ladder, text)
    if reading.raised:
        return reading.picture()
    combine, sign = OPERATORS[type(statement.op)]
    value = combine(reading.found, _evaluate(statement.value, namespace))
    return draw_assignment(ladder, f"{text} {sign} …", value, reading)


class Reading:
    """What a lookup did: which of the first hook, the rungs and the last hook answered, or raised."""

    def __init__(self, ladder, text):
        self.ladder, self.text = ladder, text
        self.first, self.last = ladder.hook("__getattribute__", "first"), ladder.last_hook()
        self.rung = ladder.answering()
        self.watched = Watched(getattr, ladder.value, ladder.name)
        self.found, self.raised = self.watched.result, self.watched.raised
        self.is_unsure = False
        self.answerer = self._find_answerer()
        self.failed_over = self.answerer is self.last and self._rung_was_asked()

    def _find_answerer(self):
        """A hook or a rung. None if nothing was asked, or if the object has a way of its own."""
        if self.last and self._last_was_asked():
            return self.last
        if self.raised:
            return self.rung if self._rung_was_asked() else self.first
        given = self.rung.gives(self.found, self.watched) if self.rung else False
        if self.first:
            self.is_unsure = given is None
            return self.rung if given else self.first
        return None if given is False else self.rung

    def _last_was_asked(self):
        """Whether the last hook was asked. If it is no Python function, that follows from there being nothing else."""
        if self.last.code:
            return self.watched.entered_directly(self.last.code)
        return self.first is None and self.rung is None

    def _rung_was_asked(self):
        """Whether the rung's descriptor was asked, for which a first hook is no proof."""
        if self.rung is None or not self.rung.binds:
            return False
        return self.first is None or self.watched.entered(self.rung.code_of("fget", "__get__"))

    def picture(self):
        """The grid of a lookup."""
        parts = [self.first, *self.ladder.rungs(), self.last]
        parts = [part for part in parts if part]
        for part in parts:
            self.judge(part)
        rows = [part.row() for part in parts]
        if self.answerer is None:
            end = cell(_name_of(self.raised), "fails") if self.raised else cell(describe(self.found), "answers")
            rows.append(row("nowhere" if self.raised else "elsewhere", [cell(""), cell(""), end]))
        return grid(f"{self._sentence()}.", ["stored", "as", "found"], rows)

    def judge(self, part):
        """Say what became of a part."""
        if part is self.answerer and self.raised:
            part.mark, part.outcome, part.outcome_mark = "asked", _name_of(self.raised), "fails"
        elif part is self.answerer:
            part.mark = "answers"
            part.outcome = "as stored" if part is self.rung and self.found is part.stored else describe(self.found)
        elif part is self.first:
            part.mark = "asked"
        elif part is self.rung and self.failed_over:
            part.mark, part.outcome, part.outcome_mark = "asked", "AttributeError", "fails"
        elif part is self.rung and self.is_unsure:
            part.mark = ""
        elif part is self.last or part.holds and part.kind != "skipped":
            part.mark = "hidden"

    def _sentence(self):
        text, answerer = self.text, self.answerer
        if self.raised:
            return f"`{text}` raises {_name_of(self.raised)}{self._cause()}"
        if answerer is None:
            found = phrase_of(self.found)
            return f"`{text}` gives {found}, but from a place that the lens can't see, not from these rungs"
        answered = f"`{text}` is answered by {answerer.phrase()}"
        if answerer is self.first:
            unsure = "; whether a rung gave it can't be told"
            return answered + (unsure if self.is_unsure else ", with something that no rung gave")
        if answerer is self.last:
            reason = f"{self.rung.phrase()} raised AttributeError" if self.failed_over else "no rung did"
            return f"{answered}, because {reason}"
        return answered + self._reason() + self._advice()

    def _cause(self):
        """Why it raised."""
        if self.answerer:
            return f", and it comes from {self.answerer.phrase()}"
        return f", although there is {self.rung.phrase()}" if self.rung else ": no rung holds the name"

    def _reason(self):
        """Why this rung answers and not another."""
        if self.first:
            return f", although {self.first.phrase()} is asked first"
        hidden = [rung for rung in self.ladder.rungs() if rung.mark == "hidden"]
        if self.rung.kind == "type" and hidden and hidden[0].kind != "type":
            return f": a data descriptor comes before {hidden[0].phrase()}"
        if hidden:
            return f", which hides {hidden[0].phrase()}" + (f" and {len(hidden) - 1} more" if len(hidden) > 1 else "")
        return ", the first after the start of `super()`" if self.rung.kind == "class" and self.ladder.skipped else ""

    def _advice(self):
        """How what is found differs from what is stored."""
        stored, same = self.rung.stored, self.found is self.rung.stored
        if type(stored) is FunctionType and self.rung.kind == "own" and not is_a(self.ladder.value, ModuleType):
            return "; an own entry is not bound"
        if type(stored) is FunctionType and not same:
            return "; what is found is a bound method"
        built_in = describe(stored) in BUILT_IN_DESCRIPTORS.values()
        if self.ladder.is_class and self.rung.kind == "class" and not same and not built_in:
            return f"; a patch must save what is stored, the {describe(stored)}"
        return ""


def _name_of(error):
    return class_name(type(error))
