# says: Each customer has a plan of its own
SETTINGS = {"plans": {"gold", "team"}}


def may_export(customer):
    return getattr(type(customer), "plan", None) in SETTINGS["plans"]
