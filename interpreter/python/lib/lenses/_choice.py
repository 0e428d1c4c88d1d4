"""Which lens fits a piece of Python."""

import ast

# The lenses of calls to some builtin functions.
CALLS = {"isinstance": "contract", "issubclass": "contract", "eval": "escape", "exec": "escape"}


def kind_of(subject, namespace):
    """The lens for `subject`: by the statement that it is, or by the expression."""
    try:
        statements = ast.parse(subject.strip()).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return "tree"
    if len(statements) != 1:
        return "tree"
    match statements[0]:
        case ast.Import() | ast.ImportFrom():
            return "import"
        case ast.ClassDef():
            return "class"
        case ast.Expr(value=ast.Call(func=ast.Name(id=name))) if name in CALLS:
            return CALLS[name]
        case ast.Expr(value=ast.Attribute()) | ast.Delete(targets=[ast.Attribute()]):
            return "lookup"
        case ast.Assign(targets=[ast.Attribute()]) | ast.AnnAssign(target=ast.Attribute()):
            return "lookup"
        case ast.AugAssign(target=ast.Attribute()):
            return "lookup"
        case ast.Expr(value=ast.Call()):
            return "call"
        case ast.Expr(value=ast.Name(id=name)) if callable(namespace.get(name)):
            return "call"
    return "tree"
