# says: The request was for two attributes of the order.
import ast
from collections import namedtuple

Order = namedtuple("Order", "total count email")


def value(node, names):
    match node:
        case ast.Constant(int() | float() as number):
            return number
        case ast.Name(name) if name in names:
            return names[name]
        case ast.BinOp(left, ast.Mult(), right):
            return value(left, names) * value(right, names)
        case ast.Attribute(inner, "total" | "count" as name):
            return getattr(value(inner, names), name)
    raise ValueError(type(node).__name__)


def evaluate(rule, order):
    return value(ast.parse(rule, mode="eval").body, {"order": order})


print(evaluate("2 * order.total", Order(21, 3, "ada@example.org")))
