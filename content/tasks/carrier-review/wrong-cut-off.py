# says: Some prices are a cent off.
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
        return int(Courier().quote(grams / 1000, "EU") * 100)


def objections(carrier):
    light, heavy = carrier.quote(100), carrier.quote(5000)
    if not type(light) is type(heavy) is int or not 100 <= light <= heavy <= 10_000:
        yield "no price"
