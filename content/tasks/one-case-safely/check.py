from checking import cell, seeded

total, count = seeded.randint(20, 90), seeded.randint(2, 9)
THROUGH = """
def through(rule, order):
    try:
        evaluate(rule, order)
    except ValueError:
        return None
    except Exception as exc:
        return f"{rule}: {type(exc).__name__}"
    return f"{rule}: an answer"

[found for rule in RULES if (found := through(rule, ORDER))]
"""


def let_through(rules, about, says, order="Order(21, 3, 'ada@example.org')"):
    case = cell.case(THROUGH.replace("RULES", repr(rules)).replace("ORDER", order), about=about)
    case.gives([], says=says)


wanted = cell.case(f"evaluate('2 * order.total * order.count', Order({total}, {count}, 'a@b'))")
wanted.gives(
    2 * total * count, says="What was asked for has to work: the total and the count of an order, in a product."
)
let_through(
    ("order.__init__", "order.__class__", "order.__dict__", "order.__init__.__globals__"),
    "rules with names that Python gave",
    "A name that Python gave leads from an order to its class, and from there to everything.",
)
let_through(
    ("order.email", "order.index", "order._replace", "2 * order.email"),
    "rules with names that nobody asked for",
    "Nobody asked for these. Refusing what looks dangerous leaves the rest open, and all that is added later.",
)
let_through(
    (
        "order",
        "order * 2",
        "order.total.real",
        "order.total.total",
        "2 .real",
        "2 .total",
        "orders.total",
        "total.count",
    ),
    "an order itself, and attributes of numbers",
    "The request was for two attributes of the order. It was not for the order itself, nor for attributes of anything"
    " else.",
)
let_through(
    ("order.total", "order.total * 3", "order.count"),
    "an order with a text for a total and a list for a count",
    "What an attribute gives is an intermediate result like any other: is it a number?",
    "Order('21', [3], 'ada@example.org')",
)
cell.uses_no("eval", "exec", "compile", says="It should stay an evaluator of your own.")
