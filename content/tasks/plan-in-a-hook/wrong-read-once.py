# says: An answer outlived the settings it came from.
SETTINGS = {"plans": {"gold", "team"}}


def may_export(customer, plans=SETTINGS["plans"]):
    return getattr(customer, "plan", None) in plans
