from abc import ABC, abstractmethod


class Carrier(ABC):
    @abstractmethod
    def quote(self, grams):
        """The price in cents, for an int of grams."""


class Post(Carrier):
    def quote(self, grams):
        return 300 + grams // 10


class Courier:  # the partner's, unchanged
    def quote(self, kilograms, zone):
        return 4.5 + 2 * kilograms  # euros


class HastyCourier(Carrier):
    def quote(self, grams):
        return Courier().quote(grams, "EU")


class AdaptedCourier(Carrier):
    def quote(self, grams):
        return round(Courier().quote(grams / 1000, "EU") * 100)


class HalfCarrier(Carrier):
    def price(self, grams):
        return 500


def objections(carrier):
    """The contract, as behaviour."""
    light, heavy = carrier.quote(100), carrier.quote(5000)
    if not type(light) is type(heavy) is int:
        yield "not whole cents"
    if not 100 <= light <= heavy <= 10_000:
        yield "no price for a parcel"


for carrier in Post(), HastyCourier(), AdaptedCourier():
    print(type(carrier).__name__, *objections(carrier), sep="\n   ")
try:
    HalfCarrier()
except TypeError as exc:
    print("refused:", exc)
