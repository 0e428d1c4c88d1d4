# says: The prices are about a thousand times too high
from abc import ABC, abstractmethod


class Carrier(ABC):
    @abstractmethod
    def quote(self, grams): ...


class Post(Carrier):
    def quote(self, grams):
        return 300 + grams // 10


class Courier:
    def quote(self, kilograms, zone):
        return 4.5 + 2 * kilograms


class AdaptedCourier(Carrier):
    def quote(self, grams):
        return round(Courier().quote(grams, "EU") * 100)


def objections(carrier):
    if type(carrier.quote(100)) is not int:
        yield "not whole cents"
