"""What has become of the nodes of a tree: which are new, which have moved, and which are in it twice."""

import ast

from lenses._objects import is_a

# In nodes of these classes, the order of the fields isn't that of the source.
OUT_OF_ORDER = (
    ast.IfExp,
    ast.Dict,
    ast.arguments,
    ast.FunctionDef,
    ast.AsyncFunctionDef,
    ast.ClassDef,
    ast.Call,
    ast.MatchMapping,
    ast.MatchClass,
    ast.JoinedStr,
    ast.TemplateStr,
)
# Even the nodes within this field of them may overlap.
UNORDERED_FIELD = "values"


def compare(found, earlier):
    """Find for each visit what it was in an earlier tree: the same object if the trees share nodes, or else a node of
    its class at its place."""
    known = {id(visit.node) for visit in earlier if visit.has_place}
    if any(id(visit.node) in known for visit in found):
        match_objects(found, earlier)
    else:
        match_places(found, earlier)
    for visit in found:
        if not visit.has_place:
            visit.before = counterpart(visit, earlier[0])
        visit.is_kept = visit.before is not None


def match_objects(found, earlier):
    """Match each node with itself."""
    known = {id(visit.node): visit for visit in earlier if visit.has_place and not visit.again}
    for visit in found:
        visit.before = known.get(id(visit.node))


def match_places(found, earlier):
    """Match each node with one of its class and place, of several with the most alike, and each only once."""
    free = {}
    for visit in earlier:
        if visit.place:
            free.setdefault(visit.key, []).append(visit)
    for trait in ("outline", "words", "kind"):
        for visit in found:
            if visit.place and visit.before is None:
                candidates = free.get(visit.key, [])
                alike = [each for each in candidates if getattr(each, trait) == getattr(visit, trait)]
                if alike:
                    visit.before = alike[0]
                    candidates.remove(alike[0])


def counterpart(visit, root):
    """The node that was in this field of the parent, if its class was the same: for nodes that tell no place."""
    if visit.parent is None:
        return root if root.kind == visit.kind else None
    siblings = visit.parent.before.children if visit.parent.before else []
    trait = (visit.field, visit.index, visit.kind)
    return next((each for each in siblings if (each.field, each.index, each.kind) == trait), None)


def strangeness(visit):
    """What is odd about where a node says that it is: a few words, or an empty text."""
    if visit.again:
        return "is inside of itself" if is_own_ancestor(visit) else "the same object as above"
    if not visit.has_place or visit.place is None:
        return ""
    outer = visit.parent
    while outer and not (outer.is_kept and outer.place and outer.place[:2] < outer.place[2:]):
        outer = outer.parent
    if outer and not is_within(visit.place, outer.place) and visit.field != "decorator_list":
        return f"stood outside of the {outer.kind} above"
    neighbour = left_neighbour(visit)
    if neighbour and visit.place[:2] < neighbour.place[:2] and (outer is None or visit.place != outer.place):
        return f"stood before the {neighbour.kind} above"
    return ""


def is_own_ancestor(visit):
    """Whether a node is a part of itself: such a tree has no end."""
    above = visit.parent
    while above and above.node is not visit.node:
        above = above.parent
    return above is not None


def is_within(inner, outer):
    """Whether a place is part of another."""
    return outer[:2] <= inner[:2] and inner[2:] <= outer[2:]


def left_neighbour(visit):
    """The node that precedes another one in their source, as far as the class of their parent says."""
    parent = visit.parent
    is_ordered = parent is not None and not any(is_a(parent.node, cls) for cls in OUT_OF_ORDER)
    for each in reversed(parent.children[: visit.number] if parent else []):
        is_comparable = is_ordered or each.field == visit.field != UNORDERED_FIELD
        if is_comparable and each.is_kept and each.place and each.place != parent.place:
            return each
    return None
