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
    """Has the names, the signatures and the base class, and sells a seat twice."""

    def book(self, seat):
        return True


def check_booking(make):
    plan, other = make(), make()
    assert plan.book("A1"), "a free seat can be booked"
    assert plan.book("A2"), "and another one"
    assert not plan.book("A1"), "a taken seat is refused"
    assert not plan.book("A1"), "and is still taken after that"
    assert other.book("A1"), "another plan has seats of its own"
    plan.cancel("A1")
    assert not plan.book("A2"), "cancelling frees no other seat"
    assert plan.book("A1"), "a cancelled seat can be booked again"


for kind in (SeatPlan, Overbooked):
    try:
        check_booking(kind)
        print(kind.__name__, "keeps the contract")
    except AssertionError as broken:
        print(kind.__name__, "breaks it:", broken)
