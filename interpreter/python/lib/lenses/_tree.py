"""The lens of source text and syntax trees: the nodes of an AST, and which part of the source each of them is.

The subject is one of these:

* any source text: its tree is drawn;
* a name, attribute, subscript or call whose value is a node of `ast`, or a name or attribute whose value is source
  text: that tree is drawn, and nodes are marked that have no location or one that doesn't fit;
* a call whose value is a node and which was given a tree or source text: the two are compared, by identity if they
  share nodes, else by class and location. The call gets a copy of the tree, since transformers change theirs in place;
* `tree @ names`, where the names are an allow-list of node classes: each node is marked as allowed or not.
"""

import ast
from ast import fix_missing_locations
from copy import deepcopy

from lenses._objects import is_a, mro_of
from lenses._picture import node, tree
from lenses._tree_changes import compare, strangeness
from lenses._tree_nodes import lacks_location, visits
from lenses._tree_reading import reading_of_changes, reading_of_source, reading_of_value, reading_of_verdict
from lenses._tree_source import Source, parsed, parses, source_of, tidied, unwrapped

# A call gets its argument under this name, which no name of the reader's can be.
ORIGIN = ".origin"
COLLECTIONS = (list, tuple, set, frozenset, dict)


def look(subject, namespace):
    """Draw the tree that a subject is, or that it stands for."""
    source = tidied(subject)
    root = unwrapped(parsed(source))
    drawn = None
    match root:
        case ast.BinOp(op=ast.MatMult()):
            drawn = drawn_verdict(root, namespace)
        case ast.Name() | ast.Attribute() | ast.Subscript():
            drawn = drawn_value(value_or_none(root, namespace), not isinstance(root, ast.Subscript))
        case ast.Call():
            drawn = drawn_call(root, namespace)
    return drawn or drawn_source(source, root)


def drawn_source(source, root):
    """The tree of a source text."""
    place = Source(source)
    found = visits(root)
    return picture(reading_of_source(found, source), found, source, lambda visit: place.span(visit.place))


def drawn_value(value, may_be_source=False):
    """The tree that a value is, or the source of; None if it is neither."""
    if may_be_source and is_source(value):
        return drawn_source(tidied(value), unwrapped(parsed(tidied(value))))
    if not is_a(value, ast.AST):
        return None
    found = visits(value)
    for visit in found:
        if lacks_location(visit):
            visit.mark, visit.note = "new", "no location"
        elif oddity := strangeness(visit):
            visit.mark, visit.note, visit.is_odd = "changed", oddity, True
    return picture_of_value(reading_of_value(found), found)


def drawn_call(call, namespace):
    """The result of a call, compared with the tree or the source that it was made from; None if it is no tree."""
    origin = origin_of(call, namespace)
    if origin is None:
        return drawn_value(value_or_none(call, namespace))
    before = value_or_none(origin, namespace)
    is_tree = is_a(before, ast.AST)
    before = copied(before) if is_tree else before
    earlier = visits(before) if is_tree else None
    try:
        value = evaluated(renamed(call, origin), namespace | {ORIGIN: before})
    except Exception:
        if is_tree:
            raise
        return None
    if not is_a(value, ast.AST):
        return None
    return drawn_changes(earlier or visits(parsed_like(value, tidied(before))), value, not is_tree)


def origin_of(call, namespace):
    """The first argument of a call, or of a call in its arguments, whose value is a tree or source text."""
    for argument in [*call.args, *[each.value for each in call.keywords]]:
        if isinstance(argument, ast.Call):
            if found := origin_of(argument, namespace):
                return found
        elif isinstance(argument, (ast.Name, ast.Attribute, ast.Subscript, ast.Constant)):
            value = value_or_none(argument, namespace)
            if is_a(value, ast.AST) or is_source(value):
                return argument
    return None


def renamed(expression, origin):
    """A call with a name in the place of one of its arguments."""
    if expression is origin:
        return ast.Name(ORIGIN, ast.Load())
    if not isinstance(expression, ast.Call):
        return expression
    arguments = [renamed(each, origin) for each in expression.args]
    keywords = [ast.keyword(each.arg, renamed(each.value, origin)) for each in expression.keywords]
    return ast.Call(expression.func, arguments, keywords)


def drawn_changes(earlier, value, is_from_source):
    """A tree, compared with the visits of an earlier one."""
    found = visits(value)
    compare(found, earlier)
    for visit in found:
        if visit.again:
            visit.mark, visit.note = "changed", strangeness(visit)
        elif visit.before is None:
            visit.mark, visit.note = "new", "no location" if lacks_location(visit) else ""
        elif oddity := strangeness(visit):
            visit.mark, visit.note, visit.is_odd = "changed", oddity, True
        elif visit.words != visit.before.words:
            visit.mark, visit.note = "changed", f"was {visit.before.text}"
    kept = {id(visit.before) for visit in found}
    gone = [visit for visit in earlier if visit.has_place and not visit.again and id(visit) not in kept]
    return picture_of_value(reading_of_changes(found, gone, is_from_source), found)


def drawn_verdict(product, namespace):
    """A tree and an allow-list of node classes; None if the two operands of `@` are something else."""
    allowed = allowed_classes(value_or_none(product.right, namespace))
    value = value_or_none(product.left, namespace)
    is_tree = is_a(value, ast.AST)
    if allowed is None or not (is_tree or is_source(value)):
        return None
    found = visits(value if is_tree else parsed_for(allowed, tidied(value)))
    for visit in found:
        classes = [cls for cls in mro_of(type(visit.node)) if any(cls is each for each in allowed)]
        visit.mark = "yes" if classes else "no"
        visit.note = f"as {classes[0].__name__}" if classes and classes[0] is not type(visit.node) else ""
    reading = reading_of_verdict(found)
    if is_tree:
        return picture_of_value(reading, found)
    place = Source(tidied(value))
    return picture(reading, found, place.text, lambda visit: place.span(visit.place))


def picture_of_value(reading, found):
    """A picture of a tree whose source isn't known: it is drawn beside the source that it stands for."""
    text, fresh = source_of(found[0].node)
    if text is None:
        return picture(reading, found, "", lambda visit: None)
    place = Source(text)
    places = {visit.path: visit.place for visit in visits(fresh)}
    return picture(reading, found, text, lambda visit: place.span(places.get(visit.path)))


def picture(reading, found, source, span_of):
    """A picture of visits. A node's line is told if the tree has several."""
    several = len({visit.place[0] for visit in found if visit.place}) > 1
    nodes = []
    for visit in found:
        line = f"line {visit.place[0]}" if several and visit.place else ""
        text = f"{visit.field}: {visit.text}" if visit.field else visit.text
        nodes.append(node(visit.depth, text, "; ".join(filter(None, [line, visit.note])), visit.mark, span_of(visit)))
    return tree(reading, nodes, source)


def evaluated(expression, namespace):
    """The value of an expression that is given as an AST."""
    code = compile(fix_missing_locations(ast.Expression(expression)), "<tree>", "eval", dont_inherit=True)
    return eval(code, namespace)


def value_or_none(expression, namespace):
    """The value of an expression, or None if it raises: then the expression itself is of interest."""
    try:
        return evaluated(expression, namespace)
    except Exception:
        return None


def is_source(value):
    """Whether a value is source text."""
    return type(value) is str and parses(tidied(value))


def copied(value):
    """A copy of a tree, so that the reader's own stays as it is; the tree itself if it can't be copied."""
    try:
        return deepcopy(value)
    except Exception:
        return value


def parsed_like(value, source):
    """The AST of a source text, of the kind that a tree is."""
    mode = "eval" if is_a(value, ast.Expression) and parses(source, "eval") else "exec"
    return parsed(source, mode)


def parsed_for(allowed, source):
    """The AST of a source text, within the node that an allow-list has for it: an `Expression`, a `Module`, or none."""
    if any(cls is ast.Expression for cls in allowed) and parses(source, "eval"):
        return parsed(source, "eval")
    return parsed(source) if any(cls is ast.Module for cls in allowed) else unwrapped(parsed(source))


def allowed_classes(names):
    """The classes of nodes in a collection of them or of their names; None if it is something else."""
    if type(names) not in COLLECTIONS:
        return None
    classes = [getattr(ast, each, None) if type(each) is str else each for each in names]
    are_nodes = all(is_a(cls, type) and any(base is ast.AST for base in mro_of(cls)) for cls in classes)
    return classes if are_nodes else None
