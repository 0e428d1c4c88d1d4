from typing import Protocol, runtime_checkable


@runtime_checkable
class Booking(Protocol):
    def book(self, seat): ...
    def cancel(self, seat): ...


class SeatPlan(set):  # of the seats that are taken
    def book(self, seat):
        is_free = seat not in self
        self.add(seat)
        return is_free

    def cancel(self, seat):
        self.discard(seat)


class Overbooked(SeatPlan): ...  # fits Booking; shall break the contract


def check_booking(make):
    assert isinstance(make(), Booking)
