"""What there is to learn from a tree, in one sentence."""

import ast
from ast import unparse

from lenses._tree_changes import is_own_ancestor
from lenses._tree_nodes import MOST_NODES, lacks_location, place_of
from lenses._tree_source import Source

LONGEST_CODE = 30
LONGEST_READING = 200


def reading_of_source(found, source):
    """The reading of a source's tree: how many nodes, and what runs first."""
    place = Source(source)

    def code(node):
        """The source of a node."""
        span = place.span(place_of(node))
        return quoted(source[slice(*span)] if span else unparse(node))

    return introduced(found, lesson(found[0].node, code))


def reading_of_value(found):
    """The reading of a tree whose nodes may have no location, or an odd one."""
    return trouble(found) or introduced(found, lesson_without_source(found[0].node))


def reading_of_changes(found, gone, is_from_source):
    """The reading of a tree that was compared with an earlier one, of which some nodes are gone."""
    new = [visit for visit in found if visit.mark == "new"]
    changed = [visit for visit in found if visit.before and visit.words != visit.before.words]
    parts = []
    if new:
        verb = "is" if len(new) == 1 else "are"
        parts.append(f"{len(new)} of {counted(found)} {verb} new, the first is `{new[0].text}`")
    if changed:
        parts.append(f"`{changed[0].before.text}` has become `{changed[0].text}`")
    if gone:
        parts.append(f"`{gone[0].text}` is gone" if len(gone) == 1 else f"{len(gone)} of the earlier nodes are gone")
    problem = trouble(found)
    if parts:
        sentence = "; ".join(parts) + "."
        return " ".join([sentence, problem]).strip() if len(sentence) + len(problem) < LONGEST_READING else problem
    if is_from_source:
        return reading_of_value(found)
    return problem or f"Nothing has changed: the tree has the same {counted(found)} as before."


def reading_of_verdict(found):
    """The reading of a tree that was held against an allow-list."""
    refused = [visit for visit in found if visit.mark == "no"]
    if len(found) == 1:
        return f"The list {'refuses' if refused else 'allows'} the only node, `{found[0].text}`."
    if not refused:
        return f"The list allows all of the {counted(found)}; `ctx` isn't counted."
    return f"The list refuses {len(refused)} of {counted(found)}; the first is `{refused[0].text}`."


def trouble(found):
    """What is wrong with a tree, or an empty text."""
    lost = [visit for visit in found if lacks_location(visit)]
    again = [visit for visit in found if visit.again]
    odd = [visit for visit in found if visit.is_odd and not visit.again]
    if lost:
        who = f"`{lost[0].text}` has" if len(lost) == 1 else f"{len(lost)} nodes have"
        return f"{who} no location: `compile` needs `ast.fix_missing_locations` first."
    if again and is_own_ancestor(again[0]):
        return f"The `{again[0].kind}` is inside of itself, so the tree has no end and can't be compiled."
    if again:
        return f"The same `{again[0].kind}` object is in the tree more than once: its code is compiled at each place."
    if odd:
        return f"`{odd[0].text}` is not where it was in the source: it {odd[0].note}."
    return ""


def introduced(found, taught):
    """How many nodes, what the root is, and what else there is to say."""
    kind = found[0].kind
    start = f"{counted(found)[0].upper()}{counted(found)[1:]}, the root is {article(kind)} `{kind}`"
    return f"{start}: {taught}." if taught and len(start) + len(taught) < LONGEST_READING else f"{start}."


def counted(found):
    """How many nodes there are."""
    number = len(found)
    return "one node" if number == 1 else f"{number} nodes" if number < MOST_NODES else f"{number} nodes or more"


def article(word):
    """The article before a word."""
    return "an" if word[0] in "AEIO" else "a"


def quoted(text):
    """A piece of code in a sentence, shortened if it is long."""
    text = " ".join(text.split())
    return f"`{text}`" if len(text) <= LONGEST_CODE else f"`{text[: LONGEST_CODE - 2]} …`"


def lesson_without_source(node):
    """What is evaluated first, for a tree that was made by hand and may be no valid one."""
    try:
        return lesson(node, lambda each: quoted(unparse(each)))
    except Exception:
        return ""


def lesson(node, code):
    """What a node's evaluation teaches, in a clause. `code` gives the source of a node."""
    match node:
        case ast.Module(body=[_, *_] as body) if all(isinstance(each, ast.stmt) for each in body):
            return f"its {len(body)} statements run from top to bottom" if len(body) > 1 else lesson(body[0], code)
        case ast.Expression(body=inner) | ast.Expr(value=inner):
            return lesson(inner, code)
        case ast.stmt():
            return lesson_of_statement(node, code)
        case ast.expr():
            return lesson_of_expression(node, code)
    return ""


def lesson_of_statement(node, code):
    """What runs first in a statement."""
    match node:
        case ast.Assign() | ast.AnnAssign() | ast.AugAssign():
            return lesson_of_assignment(node, code)
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
            first = "the defaults are evaluated now, but " if node.args.defaults else ""
            first = "the decorators are evaluated first, but " if node.decorator_list else first
            return f"{first}the body of `{name}` doesn't run yet"
        case ast.ClassDef():
            return "the body runs at once, and then the class is made from its names"
        case ast.If(test=test):
            return f"{code(test)} is evaluated first, and decides what runs"
        case ast.While(test=test):
            return f"{code(test)} is evaluated before each round"
        case ast.For(iter=items) | ast.AsyncFor(iter=items):
            return f"{code(items)} is evaluated once, before the first round"
        case ast.With(items=[first, *_]) | ast.AsyncWith(items=[first, *_]):
            return f"{code(first.context_expr)} is evaluated and entered before the body runs"
        case ast.Try(handlers=[_, *_]) | ast.TryStar(handlers=[_, *_]):
            return "a handler runs only if the body raises"
        case ast.Assert(msg=ast.expr() as message, test=test):
            return f"{code(message)} is evaluated only if {code(test)} is false"
        case ast.Match(subject=subject):
            return f"{code(subject)} is evaluated once, then the cases are tried from top to bottom"
        case ast.Import() | ast.ImportFrom():
            return "the names in it are plain text, not `Name` nodes"
        case ast.Delete(targets=[ast.Name(id=name)]):
            return f"`{name}` is unbound, and not evaluated"
        case ast.TypeAlias(value=value):
            return f"{code(value)} isn't evaluated until somebody asks for it"
    return ""


def lesson_of_assignment(node, code):
    """What runs first in an assignment."""
    match node:
        case ast.Assign(targets=[_, _, *_], value=value):
            return f"{code(value)} is evaluated once, then the targets are bound from left to right"
        case ast.Assign(targets=[ast.Tuple() | ast.List() as target], value=value):
            return f"{code(value)} is evaluated first, then unpacked into {code(target)}"
        case ast.AnnAssign(value=None):
            return "it has no value, so nothing is bound"
        case ast.Assign(targets=[target], value=value) | ast.AnnAssign(target=target, value=value):
            stored = f"{code(target)} is bound to it" if isinstance(target, ast.Name) else f"stored as {code(target)}"
            return f"{code(value)} is evaluated first, then {stored}"
        case ast.AugAssign(target=target, value=value):
            return f"{code(target)} is read before {code(value)} is evaluated, and set last"
    return ""


def lesson_of_expression(node, code):
    """What is evaluated first in an expression."""
    match node:
        case ast.Name():
            return "the name is looked up when the expression is evaluated"
        case ast.Constant():
            return "its value is in the tree already"
        case ast.BoolOp(op=op, values=values):
            truth = "true" if isinstance(op, ast.And) else "false"
            if len(values) == 2:
                return f"{code(values[1])} is evaluated only if {code(values[0])} is {truth}"
            return f"each operand is evaluated only if all before it are {truth}"
        case ast.BinOp(left=left, right=right) | ast.Compare(left=left, comparators=[right]):
            return f"{code(left)} is evaluated before {code(right)}"
        case ast.Compare(comparators=[second, third, *_]):
            return f"{code(second)} is evaluated once, and {code(third)} only if the first comparison is true"
        case ast.UnaryOp(operand=operand):
            return f"{code(operand)} is evaluated first"
        case ast.IfExp(test=test, body=body, orelse=orelse):
            return f"{code(test)} is evaluated first, then only one of {code(body)} and {code(orelse)}"
        case ast.NamedExpr(target=target, value=value):
            return f"{code(target)} is bound to {code(value)}, which is also the value of the whole"
        case ast.Attribute(value=value, attr=name):
            return f"{code(value)} is evaluated first, then its attribute `{name}` is looked up"
        case ast.Subscript(value=value, slice=index):
            return f"{code(value)} is evaluated before {code(index)}"
        case ast.Lambda():
            return "the body isn't evaluated until somebody calls the function"
        case ast.Call():
            return lesson_of_call(node, code)
        case ast.GeneratorExp(elt=element, generators=[first, *_]):
            return f"only {code(first.iter)} is evaluated now, {code(element)} whenever an item is asked for"
        case ast.ListComp(elt=element, generators=[first, *_]) | ast.SetComp(elt=element, generators=[first, *_]):
            return f"{code(first.iter)} is evaluated first and once, {code(element)} again and again"
    return lesson_of_display(node, code)


def lesson_of_call(node, code):
    """What is evaluated first in a call."""
    if not node.args and not node.keywords:
        return f"{code(node.func)} is evaluated, then called"
    if any(isinstance(each, ast.Starred) for each in node.args):
        return f"{code(node.func)} is evaluated before the arguments"
    if len(node.args) == 1 and not node.keywords:
        return f"{code(node.func)} is evaluated before {code(node.args[0])}"
    return f"{code(node.func)} is evaluated first, then the arguments from left to right"


def lesson_of_display(node, code):
    """What is evaluated first in an expression that puts parts together."""
    match node:
        case ast.DictComp(generators=[first, *_]):
            return f"{code(first.iter)} is evaluated first; in each round the key comes before the value"
        case ast.List(elts=[_, _, *_]) | ast.Tuple(elts=[_, _, *_]) | ast.Set(elts=[_, _, *_]):
            return "the elements are evaluated from left to right"
        case ast.Dict(keys=[_, *_]):
            return "each key is evaluated before its value"
        case ast.JoinedStr():
            return "what is in braces is evaluated from left to right"
        case ast.TemplateStr():
            return "what is in braces is evaluated at once, but no `str` is made of it"
    return ""
