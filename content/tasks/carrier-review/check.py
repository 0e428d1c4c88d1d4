import ast

from checking import cell, seeded

# At the last three the price in cents is a float just below the whole number: `int` loses a cent.
JUST_BELOW = [70, 135, 155, 175, 195, 260, 1015, 1140, 1265, 1390, 1515, 1640, 1765, 1815, 1850, 1890, 1940, 2030]
weights = [250, *seeded.sample(range(50, 5000, 5), 4), *seeded.sample(JUST_BELOW, 3)]
own = cell.case("Post().quote(250), Courier().quote(2, 'EU')", about="`Post`, and the partner's class as it was")
own.gives((325, 8.5), says="A parcel of 250 g costs 325 cents by post, and the partner's class is not yours to change.")
prices = cell.case(f"[AdaptedCourier().quote(grams) for grams in {weights}]", about="`AdaptedCourier`, eight weights")
right = [450 + grams // 5 for grams in weights]
prices.gives(
    right, says="The partner asks for kilograms and answers in euros; 250 g cost 500 cents. No mistake there raises."
)
kinds = cell.case("type(AdaptedCourier().quote(250)).__name__", about="the class of its price")
kinds.gives("int", says="A price in cents is a whole number. A float of cents is a rounding error in waiting.")
adapts = cell.case(
    "Courier.quote = lambda self, kilograms, zone: 10 * kilograms\nAdaptedCourier().quote(700)",
    about="`AdaptedCourier` for 700 g, after the partner's price has become 10 euros a kilogram",
)
adapts.gives(
    700, says="When the partner changes the price, yours has to follow. Does your adapter ask, or does it know better?"
)
taken = cell.case(
    """
class Slogan:
    quote = "We deliver!"
try:
    answer = isinstance(Slogan(), Carrier)
except TypeError:
    answer = False
answer
""",
    about="whether `isinstance` takes a slogan for a `Carrier`",
)
taken.gives(False, says="A runtime check that sees the name only is still there for the check-out to trust.")

theirs = cell.case(
    """
try:
    answer = [isinstance(each, Carrier) for each in (Post(), AdaptedCourier())]
except TypeError:
    answer = [True, True]
answer
""",
    about="whether `isinstance` takes `Post` and your adapter for a `Carrier`",
)
theirs.gives([True, True], says="The check-out asks `isinstance(carrier, Carrier)`, and would turn this carrier away.")
names = {"ABC", "Protocol", "ABCMeta"}
interfaces = [
    node.name
    for node in ast.walk(cell.tree)
    if isinstance(node, ast.ClassDef)
    for part in [*node.bases, *(word.value for word in node.keywords)]
    if names & {getattr(part, "id", None), getattr(part, "attr", None)}
]
cell.expect(
    interfaces == ["Carrier"],
    "the interfaces that are written down",
    "one, `Carrier`",
    ", ".join(f"`{name}`" for name in interfaces) or "none",
    says="The check-out needs one interface, of the name `Carrier`. Which of the two owns it?",
)
OTHERS = """
class Hasty(Post):
    def quote(self, grams):
        return 4.5 + 2 * grams
class InEuros(AdaptedCourier):
    def quote(self, grams):
        return 3 + grams // 1000
"""
good = cell.case("[len(list(objections(each))) for each in (Post(), AdaptedCourier())]")
good.gives([0, 0], says="A carrier that keeps the contract must get no objection.")
bad = cell.case(
    OTHERS + "[len(list(objections(each))) > 0 for each in (Hasty(), InEuros())]",
    about="whether there are objections to 204.5 for a light parcel, and to 3 cents for one",
)
bad.gives([True, True], says="Your contract has no objection to a price that no parcel can have. What does it measure?")

numbers = prices.value or []
if not all(isinstance(price, int | float) for price in numbers):
    numbers = []
cell.foresee(
    numbers and numbers[0] > 10 * right[0],
    "The prices are about a thousand times too high: the adapter hands grams to somebody who asks for kilograms.",
)
cell.foresee(
    numbers and numbers != right and all(abs(one - two) <= 1 for one, two in zip(numbers, right)),
    "Some prices are a cent off. `int` cuts off, and a float is often a little less than it should be.",
)
