# says: Your test sees the shape and not the promise.
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


class Overbooked(SeatPlan):
    def book(self, seat):
        return True


def check_booking(make):
    plan = make()
    assert isinstance(plan, Booking)
    assert plan.book("A1") is True
    plan.cancel("A1")
    assert plan.book("A1") is True
    assert make is not Overbooked
