# says: A text that ends in an exception is noticed at once.
import ast

ALLOWED = (ast.Expression, ast.BinOp, ast.Add, ast.Sub, ast.Mult, ast.Div, ast.Constant, ast.Name, ast.Load)


class Basket:
    ordered = 0

    def __mul__(self, count):
        self.ordered += count  # sends an order
        return self.ordered


def evaluate(rule, **names):
    tree = ast.parse(rule, mode="eval")
    for node in ast.walk(tree):
        if not isinstance(node, ALLOWED) or not isinstance(getattr(node, "value", 0), int | float):
            raise ValueError(type(node).__name__)
    return eval(compile(tree, "<rule>", "eval"), {"__builtins__": {}}, names)


TEXTS = ["1e10", "basket * 300", "1 / 0"]
for text in TEXTS[:2]:
    basket = Basket()
    print(text, "->", evaluate(text, price=3, quantity=7, basket=basket), "with", basket.ordered, "ordered")
