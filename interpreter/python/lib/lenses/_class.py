"""The lens of class statements: all that runs between the keyword `class` and the name that is bound, in order.

The statement really runs, under a `Watch`. Its decorators are taken off and called one by one afterwards, as Python
does it, and its bases and keywords pass through two functions of the watch. Of a class that exists already, an empty
subclass is made: so one sees what each subclass runs.
"""

import ast
from ast import copy_location, fix_missing_locations
from types import CodeType

from lenses._class_drawing import decorator_text, drawn, reading_of_statement, reading_of_subclass
from lenses._class_parts import error_text
from lenses._class_watch import Watch
from lenses._objects import MISSING, class_name, describe, is_a, mro_of
from lenses._picture import NoPicture
from lenses._tree_source import parsed

# The statement finds the functions of the watch, and a given base, under these names, which no reader's name can be.
BASES, KEYWORDS, BASE = ".bases", ".keywords", ".base"
# A function has this flag, the body of a class hasn't.
IS_FUNCTION = 1


def look(subject, namespace):
    """Draw what a class statement runs, or what an empty subclass of an existing class runs."""
    statement = class_statement(subject)
    if statement is not None:
        run = Run(statement, namespace)
        heir = subclass_of(run.result, namespace) if is_a(run.result, type) else None
        return drawn(run, reading_of_statement(run, heir))
    base = value_of(subject, namespace)
    run = subclass_of(base, namespace)
    return drawn(run, reading_of_subclass(run, class_name(base)))


def subclass_of(base, namespace):
    """Make an empty subclass of a class."""
    return Run(parsed("class _: pass").body[0], namespace, base)


def class_statement(subject):
    """The class statement that a subject is, or None."""
    statements = parsed(subject.strip()).body
    if len(statements) == 1 and isinstance(statements[0], ast.ClassDef):
        return statements[0]
    if len(statements) == 1 and isinstance(statements[0], ast.Expr):
        return None
    raise NoPicture("This is neither one class statement nor a class.")


def value_of(subject, namespace):
    """The class that an expression evaluates to."""
    value = eval(compiled(parsed(subject.strip(), "eval"), "eval"), namespace)
    if not is_a(value, type):
        raise NoPicture(f"This is neither a class statement nor a class: it is {describe(value)}.")
    return value


class Run:
    """A class statement that has run: its `events`, and the `result` that its name gets unless it has `failed`."""

    def __init__(self, statement, namespace, base=MISSING):
        self.statement = statement
        self.name = statement.name
        self.is_made_up = base is not MISSING
        self.result, self.failed = MISSING, None
        code = compiled(prepared(statement, base), "exec")
        self.watch = Watch(body_of(code, self.name))
        self.events = self.watch.events
        decorators = self.evaluated_decorators(namespace)
        if not self.failed:
            self.run_statement(code, namespace, base)
        made = self.result
        for node, decorator in reversed(decorators):
            if not self.failed:
                self.decorate(node, decorator)
        if not self.failed and not self.is_made_up:
            what = "the class" if self.result is made else "the new class"
            what = what if is_a(self.result, type) else describe(self.result)
            self.watch.add("name", f"`{self.name}`", f"is bound to {what}")

    def evaluated_decorators(self, namespace):
        """The decorators: they are evaluated before all else."""
        decorators, event = [], None
        for node in self.statement.decorator_list:
            event = event or self.watch.add("evaluated", "the decorators are evaluated")
            try:
                decorators.append((node, eval(compiled(ast.Expression(node), "eval"), namespace)))
            except Exception as error:
                self.fail(event, error)
                return []
        if event:
            event.detail = ", ".join(decorator_text(node) for node, _ in decorators)
        return decorators

    def run_statement(self, code, namespace, base):
        """Run the statement itself. The names for it are gone from the namespace before the body runs."""
        watch = self.watch

        def note_keywords(**keywords):
            withdraw(namespace)
            return watch.note_keywords(**keywords)

        scope = {}
        namespace |= {BASES: watch.note_bases, KEYWORDS: note_keywords, BASE: base}
        try:
            watch.run(exec, code, namespace, scope)
        except Exception as error:
            self.failed = watch.fail(error)
        else:
            self.result = scope[self.name]
            watch.end_statement(self.result)
            watch.made = self.result
            watch.compare(self.result, None)
        finally:
            withdraw(namespace)

    def decorate(self, node, decorator):
        """Call a decorator with what there is so far."""
        watch = self.watch
        event = watch.add("decorate", decorator_text(node))
        event.about = node
        first = len(self.events)
        watch.decorating = True
        result = self.result
        try:
            result = watch.run(decorator, self.result)
        except Exception as error:
            self.fail(event, error)
        theirs = (self.result, result)
        self.events[first:] = [each for each in self.events[first:] if any(each.owner is cls for cls in theirs)]
        if self.failed:
            return
        if result is not self.result:
            event.returned = "returns a new class" if is_a(result, type) else f"returns {describe(result)}"
            watch.count(event)
        if is_a(result, type) and is_a(self.result, type):
            is_subclass = result is not self.result and any(cls is self.result for cls in mro_of(result))
            event.returned = "returns a subclass of the class" if is_subclass else event.returned
            watch.compare(result, None if is_subclass else event)
        event.detail = "" if event.turn else "returns the same class"
        self.result = watch.made = result

    def fail(self, event, error):
        """Mark the event in which the statement failed."""
        event.mark, event.detail = "fails", error_text(error)
        self.failed = event


def compiled(tree, mode):
    """The code of a statement or an expression."""
    try:
        return compile(fix_missing_locations(tree), "<class>", mode, dont_inherit=True)
    except SyntaxError as error:
        raise NoPicture(f"This can't be compiled: {error.msg}.") from None


def withdraw(namespace):
    """Take the names of the watch out of a namespace."""
    for name in (BASES, KEYWORDS, BASE):
        namespace.pop(name, None)


def prepared(statement, base):
    """A module with the statement alone, without its decorators, whose bases and keywords pass through the watch."""
    bases = [ast.Name(BASE, ast.Load())] if base is not MISSING else statement.bases
    given = ast.Call(ast.Name(BASES, ast.Load()), bases, [])
    named = ast.Call(ast.Name(KEYWORDS, ast.Load()), [], statement.keywords)
    plain = ast.ClassDef(
        name=statement.name,
        bases=[ast.Starred(given, ast.Load())],
        keywords=[ast.keyword(None, named)],
        body=statement.body,
        decorator_list=[],
        type_params=statement.type_params,
    )
    return ast.Module([copy_location(plain, statement)], [])


def body_of(code, name):
    """The code object of a class's body within a module's."""
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            if inner.co_name == name and not inner.co_flags & IS_FUNCTION:
                return inner
            if found := body_of(inner, name):
                return found
    return None
