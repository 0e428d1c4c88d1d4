# says: A runtime check that sees the name only
from typing import Protocol, runtime_checkable


@runtime_checkable
class Carrier(Protocol):
    def quote(self, grams: int) -> int: ...


class Post:
    def quote(self, grams):
        return 300 + grams // 10


class Courier:
    def quote(self, kilograms, zone):
        return 4.5 + 2 * kilograms


class AdaptedCourier:
    def quote(self, grams):
        return round(Courier().quote(grams / 1000, "EU") * 100)


def objections(carrier):
    if not isinstance(carrier, Carrier):
        yield "no carrier"
