from checking import cell

HARM = """
import ast

allowed = (ast.Expression, ast.BinOp, ast.Add, ast.Sub, ast.Mult, ast.Div, ast.Constant, ast.Name, ast.Load)

class Basket:
    ordered = None
    def __mul__(self, count):
        self.ordered = count
        return 0

def harm(text):
    if type(text) is not str:
        return "no text"
    names = {"price": 3, "quantity": 7, "basket": Basket()}
    try:
        tree = ast.parse(text, mode="eval")
        for node in ast.walk(tree):
            if not isinstance(node, allowed) or not isinstance(getattr(node, "value", 0), int | float):
                return "refused"
        value = eval(compile(tree, "<rule>", "eval"), {"__builtins__": {}}, names)
    except Exception as exc:
        return type(exc).__name__
    if names["basket"].ordered is not None:
        return "code"
    if type(value) not in (int, float):
        return "type"
    return "none" if abs(value) < 1e9 else "size"

[harm(text) for text in TEXTS]
"""
judged = cell.case(HARM, about="your texts, behind the list as it was")
harms = judged.value or []

cell.expect(
    len(harms) == 3 and "refused" not in harms and "no text" not in harms,
    "`TEXTS`",
    "three texts that the list lets through",
    judged.shown if judged.raised else f"{len(harms)} texts, of which {harms.count('refused')} are refused",
    says="The check uses the list as it was. It lets through numbers, the three names and `+ - * /`, and nothing else.",
)
cell.finds("code" in harms, "A text that runs a method of an object it was given", "the basket has sent an order")
cell.finds("type" in harms, "A text whose answer is no number", "whoever reckons on with it gets an error, or nonsense")
cell.finds("size" in harms, "A text whose answer is too large for any price", "it is a billion, or more")

cell.foresee(
    "none" in harms,
    "One of your texts, at least, gives an ordinary price. That is what the list is for; look for an answer that no"
    " shop wants.",
)
cell.foresee(
    any(each.endswith("Error") for each in harms),
    "A text that ends in an exception is noticed at once. Look for one that comes back with an answer.",
)
cell.foresee(
    any(harms.count(each) > 1 for each in ("code", "type", "size")),
    "Two of your texts do the same harm. Each should do another one: the list sees shapes; what does it not see?",
)
