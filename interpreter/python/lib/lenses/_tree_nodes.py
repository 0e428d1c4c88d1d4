"""The nodes of an AST in the order of their fields, and what there is to tell of each."""

import ast

from lenses._objects import MISSING, find, is_a

MOST_NODES = 1000
LONGEST_VALUE = 40
# Fields that no node is drawn for, and no word.
SILENT_FIELDS = {"ctx", "kind", "simple", "type_comment", "type_ignores", "str"}
# Where the attributes of a node say that it is: from a line and a column in bytes, to others.
PLACE = ("lineno", "col_offset", "end_lineno", "end_col_offset")

_name_of = type.__dict__["__name__"].__get__


class Visit:
    """A node at its place in a tree.

    Its `path` is the fields that lead to it, and `number` its index among its parent's `children`. `again` is true if
    the same object is in the tree before it. `before` is what a comparison has found, the visit of the node that this
    was, and `is_kept` is false if there is none. `is_odd` is true if it isn't where it was in its source. `mark` and
    `note` are for the picture.
    """

    def __init__(self, node, field="", index=0, parent=None):
        self.node, self.field, self.index, self.parent = node, field, index, parent
        self.depth = parent.depth + 1 if parent else 0
        self.kind = _name_of(type(node))
        self.words = words_of(node)
        self.has_place = "lineno" in names_of_class(node, "_attributes")
        self.place = place_of(node)
        self.number = 0
        self.path = (*parent.path, (field, index)) if parent else ()
        self.again = False
        self.before = None
        self.is_kept, self.is_odd = True, False
        self.children = []
        self.mark = self.note = ""

    @property
    def text(self):
        """The class of the node and its words."""
        return f"{self.kind} {self.words}".rstrip()

    @property
    def outline(self):
        """The words of the node, and the texts of its children."""
        return self.words, [(child.field, child.text) for child in self.children]

    @property
    def key(self):
        """What nodes of two trees have in common if one has become the other."""
        return self.kind, self.place


def visits(root):
    """The visits of all nodes of a tree, the root first."""
    found, seen = [], {}
    waiting = [Visit(root)]
    while waiting and len(found) < MOST_NODES:
        visit = waiting.pop()
        found.append(visit)
        if visit.parent:
            visit.number = len(visit.parent.children)
            visit.parent.children.append(visit)
        # The parser uses one object for all operators of a kind.
        if visit.has_place or names_of_class(visit.node, "_fields"):
            visit.again = id(visit.node) in seen
            seen[id(visit.node)] = visit
        if not visit.again:
            waiting += reversed([Visit(node, field, index, visit) for field, index, node in children_of(visit.node)])
    return found


def children_of(node):
    """The nodes in the fields of a node: triples of the field, the index in it, and the node."""
    found = []
    for field in names_of_class(node, "_fields"):
        value = field_of(node, field)
        values = value if type(value) is list else [value]
        found += [(field, index, each) for index, each in enumerate(values) if is_a(each, ast.AST)]
    return [child for child in found if child[0] not in SILENT_FIELDS]


def names_of_class(node, attribute):
    """The names in an attribute of a node's class: its `_fields` or its `_attributes`."""
    names = find(type(node), attribute)[1]
    return names if type(names) is tuple and all(type(each) is str for each in names) else ()


def field_of(node, name):
    """What a node itself has in a field or attribute, or `MISSING`."""
    try:
        return object.__getattribute__(node, name)
    except Exception:
        return MISSING


def lacks_location(visit):
    """Whether a node has no location although Python needs one."""
    return visit.has_place and any(type(field_of(visit.node, name)) is not int for name in PLACE[:2])


def place_of(node):
    """Where a node says that it is in its source; None if it doesn't say."""
    place = tuple(field_of(node, name) for name in PLACE)
    return place if all(type(number) is int for number in place) else None


def words_of(node):
    """The names and values in a node's fields."""
    if is_a(node, ast.ImportFrom):
        module, level = field_of(node, "module"), field_of(node, "level")
        return "." * (level if type(level) is int else 0) + (module if type(module) is str else "")
    if is_a(node, ast.keyword) and field_of(node, "arg") is None:
        return "**"
    words = [
        word_for(field, field_of(node, field), node)
        for field in names_of_class(node, "_fields")
        if field not in SILENT_FIELDS
    ]
    return " ".join(filter(None, words))


def word_for(field, value, node):
    """A field's value as a word, or an empty text."""
    if field == "value" and (is_a(node, ast.Constant) or is_a(node, ast.MatchSingleton)):
        return constant_text(value)
    if type(value) is list and value and all(type(each) is str for each in value):
        return ", ".join(value)
    match field, value:
        case "asname", str():
            return f"as {value}"
        case "rest", str():
            return f"**{value}"
        case "conversion", int():
            return f"!{chr(value)}" if 0 < value < 128 else ""
        case "is_async", int():
            return "async" if value else ""
    return value if type(value) is str else ""


def constant_text(value):
    """A constant, or its class if it is long."""
    if type(value) is int and value.bit_length() > 4 * LONGEST_VALUE:
        return f"int of {value.bit_length()} bits"
    if type(value) not in (int, float, complex, str, bytes, bool, type(None), type(...)):
        return f"{_name_of(type(value))} object"
    text = "..." if value is ... else repr(value)
    return text if len(text) <= LONGEST_VALUE else f"{_name_of(type(value))} of length {len(value)}"
