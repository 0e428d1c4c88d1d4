from typing import Protocol, runtime_checkable


@runtime_checkable
class SupportsClose(Protocol):
    def close(self): ...


class Valve:
    def close(self, force):
        print("closed by force")


def can_close(thing):
    """Would `thing.close()` find a method, and fit it?"""
    return isinstance(thing, SupportsClose)


print(can_close(Valve()))
