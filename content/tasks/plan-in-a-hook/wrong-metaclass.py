# says: No class may decide this
from abc import ABCMeta

SETTINGS = {"plans": {"gold", "team"}}


class Today(ABCMeta):
    def __instancecheck__(cls, customer):
        return getattr(customer, "plan", None) in SETTINGS["plans"]


class MayExport(metaclass=Today): ...


def may_export(customer):
    return isinstance(customer, MayExport)
