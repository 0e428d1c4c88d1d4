from abc import ABC

SETTINGS = {"plans": {"gold", "team"}}


class MayExport(ABC):
    plan: str

    @classmethod
    def __subclasshook__(cls, other):
        return getattr(other, "plan", None) in SETTINGS["plans"]


class Trial:
    plan = "trial"


def may_export(customer):
    return isinstance(customer, MayExport)


print("asked early:", may_export(Trial()))
SETTINGS["plans"].add("trial")
print("asked again:", may_export(Trial()))
