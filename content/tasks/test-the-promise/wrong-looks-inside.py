# says: Your test asks for more than the contract says.
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
    plan, other = make(), make()
    assert plan.book("A1") and plan.book("A2") and other.book("A1")
    assert not plan.book("A1")
    plan.cancel("A1")
    assert plan == {"A2"}
    assert plan.book("A1") and not plan.book("A2")
