from checking import cell, seeded

plan = "plan " + "".join(seeded.sample("abcdefghij", 5))
CHANGED = f"""
class Customer:
    plan = {plan!r}

SETTINGS["plans"] = {{"gold"}}
answers = [may_export(Customer())]
SETTINGS["plans"].add({plan!r})
answers.append(may_export(Customer()))
SETTINGS["plans"] = {{"gold"}}
answers + [may_export(Customer())]
"""
UPGRADED = """
class Customer:
    plan = "none"

one, other = Customer(), Customer()
SETTINGS["plans"] = {"gold"}
answers = [may_export(one)]
one.plan = "gold"
answers + [may_export(one), may_export(other)]
"""
WITHOUT = """
class Visitor: ...

SETTINGS["plans"] = {"gold"}
may_export(Visitor())
"""

cell.case(CHANGED, about="a new plan: before it is allowed, after, and when it is taken back").gives(
    [False, True, False], says="An answer outlived the settings it came from. Read them when you are asked."
)
cell.case(UPGRADED, about="a customer before and after an upgrade, and another one without").gives(
    [False, True, False],
    says="Each customer has a plan of its own, which changes. The class cannot answer for all of them.",
)
cell.case(WITHOUT, about="a visitor who has no plan").gives(False, says="Whoever has no plan is refused, not an error.")
cell.uses_no(
    "__subclasshook__",
    "__instancecheck__",
    "register",
    says="No class may decide this: the rule would still be hidden behind `isinstance`.",
)
