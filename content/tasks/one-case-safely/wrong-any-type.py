# says: What an attribute gives is an intermediate result
import ast
from collections import namedtuple

Order = namedtuple("Order", "total count email")
FIELDS = {"total", "count"}


def value(node, order):
    match node:
        case ast.Constant(int() | float() as result):
            pass
        case ast.BinOp(left, ast.Mult(), right):
            result = value(left, order) * value(right, order)
        case ast.Attribute(ast.Name("order"), name) if name in FIELDS:
            result = getattr(order, name)
        case _:
            raise ValueError(type(node).__name__)
    return result


def evaluate(rule, order):
    return value(ast.parse(rule, mode="eval").body, order)


print(evaluate("2 * order.total", Order(21, 3, "ada@example.org")))
