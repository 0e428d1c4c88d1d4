"""What the files of the contract lens share: the names of classes, rows, and what a call gives."""

from collections import namedtuple

from lenses._objects import class_dict, mro_of
from lenses._picture import cell, row

# What a call returns, or the name of the class of the exception that it raises.
Result = namedtuple("Result", "value raised")

_name = type.__dict__["__name__"].__get__


def line(head, asks, says, mark):
    """A row of the picture."""
    return row(head, [cell(asks), cell(says, mark)])


def plain_name(cls):
    return _name(cls)


def name_of(cls):
    """A class's name as code; of what is no class, what it is."""
    return f"`{_name(cls)}`" if is_class(cls) else one_of(type(cls))


def one_of(cls):
    """Words for an instance of a class."""
    name = _name(cls)
    return f"{'an' if name[:1] in 'AEIOUaeiou' else 'a'} `{name}`"


def is_class(thing):
    return issubclass(type(thing), type)


def is_below(kind, cls):
    """Whether a class is in the MRO of another."""
    return any(each is cls for each in mro_of(kind))


def result_of(call, *arguments):
    """Call something, whatever it raises."""
    try:
        return Result(call(*arguments), "")
    except Exception as error:
        return Result(None, _name(type(error)))


def protocol_members(cls):
    """The names that a protocol asks for, in alphabetical order; none for what is no protocol."""
    return sorted(class_dict(cls).get("__protocol_attrs__", ()))
