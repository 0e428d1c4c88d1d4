import ast
from collections import namedtuple

Order = namedtuple("Order", "total count email")
# What a rule may read of an order. Whatever is added to `Order` later is not offered.
FIELDS = {"total", "count"}


def value(node, order):
    match node:
        case ast.Constant(result):
            pass
        case ast.BinOp(left, ast.Mult(), right):
            result = value(left, order) * value(right, order)
        # One shape, not "any attribute of anything": there is no case for the name `order` alone.
        case ast.Attribute(ast.Name("order"), name) if name in FIELDS:
            result = getattr(order, name)
        case _:
            raise ValueError(type(node).__name__)
    if type(result) not in (int, float):
        raise ValueError(type(result).__name__)
    return result


def evaluate(rule, order):
    return value(ast.parse(rule, mode="eval").body, order)


for rule in ("2 * order.total", "order.email", "order.__class__"):
    try:
        print(rule, "->", evaluate(rule, Order(21, 3, "ada@example.org")))
    except ValueError as exc:
        print(rule, "-> refused:", exc)
