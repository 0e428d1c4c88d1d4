SETTINGS = {"plans": {"gold", "team"}}


class Trial:
    plan = "trial"


# Refused: an ABC keeps its first answer for a class, so a customer who upgrades stays refused. Which plans may export
# is a fact of today, and belongs to a function that reads it at each question.
def may_export(customer):
    """Does the customer's plan allow exports, as of now?"""
    return getattr(customer, "plan", None) in SETTINGS["plans"]


print("asked early:", may_export(Trial()))
SETTINGS["plans"].add("trial")
print("asked again:", may_export(Trial()))
