from checking import cell, seeded

price = seeded.randint(20, 90)
# Evaluators that each have one guard too few. `whole` has them all.
FAULTY = """
import ast, operator

OPS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul}
OPS |= {ast.Div: operator.truediv, ast.Mod: operator.mod}
SIGNS = {ast.USub: operator.neg, ast.UAdd: operator.pos, ast.Invert: operator.invert, ast.Not: operator.not_}
NAMES = {"price": 3, "quantity": 7, "basket": []}

def build(fault):
    def value(node):
        match node:
            case ast.Constant(result):
                pass
            case ast.Name(name) if name in NAMES:
                result = NAMES[name]
            case ast.BinOp(left, op, right) if type(op) in OPS:
                result = OPS[type(op)](value(left), value(right))
            case ast.UnaryOp(op, inner) if type(op) is ast.USub or fault == "signs":
                result = SIGNS[type(op)](value(inner))
            case _:
                raise ValueError
        if fault != "types" and not (isinstance(result, int | float) and (fault == "bool" or type(result) is not bool)):
            raise ValueError
        if fault != "size" and type(result) in (int, float) and not abs(result) < 1e9:
            raise ValueError
        return result

    def evaluate(rule):
        if len(rule) > (2000 if fault == "length" else 80):
            raise ValueError
        return value(ast.parse(rule, mode="eval").body)
    return evaluate

def passes(evaluate, rule):
    try:
        evaluate(rule)
    except Exception:
        return False
    return True

whole = build(None)
[fault for fault in ("signs", "types", "bool", "size", "length")
 if any(passes(build(fault), rule) and not passes(whole, rule) for rule in REFUSED)]
"""
OWN = """
def through(rule):
    try:
        answer = evaluate(rule, price=3, quantity=7, basket=[])
    except (ValueError, ArithmeticError, SyntaxError):
        return None
    except Exception as exc:
        return f"{rule[:20]}: {type(exc).__name__}"
    return f"{rule[:20]}: {answer!r}"

[found for rule in RULES if (found := through(rule))]
"""
noticed_by = cell.case(FAULTY, about="faulty evaluators")
noticed = noticed_by.value or []

wanted = cell.case(f"evaluate('-price + 17 % quantity', price={price}, quantity=7)")
wanted.gives(3 - price, says="The evaluator needs two cases more: the minus sign before a value, and `%`.")
others = (
    "~price",
    "not price",
    "+price",
    "-basket",
    "-True",
    "'%9d' % price",
    "-99999 * 99999",
    "price %",
    "price % 0",
)
cell.case(OWN.replace("RULES", repr(others)), about="rules that the new cases might let in").gives(
    [], says="The new cases let something in, or end in an exception that no caller expects. Which guard did they miss?"
)
cell.case(OWN.replace("RULES", "REFUSED"), about="your list `REFUSED`").gives(
    [], says="`REFUSED` is a list of rules, and your evaluator should refuse each of them."
)
for fault, name in {
    "signs": "Your list notices an evaluator that has a case for every sign",
    "types": "Your list notices an evaluator that looks at no type",
    "bool": "Your list notices an evaluator that asks `isinstance`",
    "size": "Your list notices an evaluator that looks at no size",
    "length": "Your list notices an evaluator that takes a text of any length",
}.items():
    cell.finds(fault in noticed, name, "it answers one of your rules")
cell.foresee(
    noticed_by.raised is None and not noticed,
    "All evaluators refuse all of your rules, the faulty ones too. So your list notices none of them.",
)
