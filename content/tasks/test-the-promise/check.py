from checking import cell

SHAPE = """
from typing import Protocol, runtime_checkable

@runtime_checkable
class Booking(Protocol):
    def book(self, seat): ...
    def cancel(self, seat): ...

plan = Overbooked()
plan.book("A1")
plan.cancel("A1")
isinstance(plan, Booking)
"""
BROKEN = """
check_booking(type("Plan", (Overbooked,), {}))
"""
GOOD = """
class Sets:
    def __init__(self):
        self.taken = frozenset()
    def book(self, seat):
        is_free = seat not in self.taken
        self.taken |= {seat}
        return is_free
    def cancel(self, seat):
        self.taken -= {seat}

class Lists:
    def __init__(self, guests=()):
        self.guests = list(guests)
    def book(self, seat, *, guest="somebody"):
        if any(taken == seat for taken, _ in self.guests):
            return False
        self.guests.append((seat, guest))
        return True
    def cancel(self, seat, *, reason=None):
        self.guests = [each for each in self.guests if each[0] != seat]
        return reason

class Dicts(dict):
    def book(self, seat):
        return self.setdefault(seat, mark := object()) is mark
    def cancel(self, seat):
        return self.pop(seat, None) is not None

for make in (Sets, Lists, Dicts, lambda: Lists()):
    check_booking(make)
"accepts them"
"""
BAD = """
class Plan:
    {shared}
    def __init__(self):
        {init}
    def book(self, seat):
        if seat in self.taken:
            return {refused}
        self.taken.add(seat)
        {booked}
    def cancel(self, seat):
        {cancel}

check_booking(Plan)
"""
RIGHT = {
    "shared": "",
    "init": "self.taken = set()",
    "refused": "False",
    "booked": "return True",
    "cancel": "self.taken.discard(seat)",
}


def refuses(about, says, **wrong):
    cell.case(BAD.format(**{**RIGHT, **wrong}), about=f"`check_booking` of a plan that {about}").raises(
        "AssertionError", says=says
    )


cell.case(SHAPE, about="both methods of `Overbooked()`, then `isinstance(Overbooked(), Booking)`").gives(
    True,
    says="Overbooked must pass the interface check, and its methods must take the calls. Only what they do is wrong.",
)
cell.case(BROKEN, about="`check_booking(Overbooked)`").raises(
    "AssertionError", says="Either Overbooked keeps the contract, or your test does not notice what it does."
)
cell.case(GOOD, about="`check_booking` of four plans that keep the contract, each in its own way").gives(
    "accepts them",
    says="Your test asks for more than the contract says. It may use `book` and `cancel`, and nothing else.",
)
shape = "Your test sees the shape and not the promise. What does the contract say about this call?"
refuses("sells a taken seat again", shape, refused="True")
refuses(
    "books a second seat and says that it was taken",
    shape,
    booked="self.first = getattr(self, 'first', seat)\n        return self.first == seat",
)
refuses("books, and returns None for it", shape, booked="return None")
refuses(
    "frees a taken seat when it refuses it",
    "A refusal must change nothing. That shows only in the question after it.",
    refused="bool(self.taken.discard(seat))",
)
refuses("cancels nothing", shape, cancel="pass")
refuses(
    "frees all seats when one is cancelled",
    "Freeing one seat must not free its neighbour. Does your test look at a second seat?",
    cancel="self.taken.clear()",
)
refuses(
    "shares its seats with every other plan",
    "One plan alone does not show this mistake. Each call of `make()` gives another plan.",
    shared="taken = set()",
    init="pass",
)
cell.foresee(
    cell.raised == "AssertionError",
    "The cell itself ended in your AssertionError. Catch it where you try Overbooked, or leave that call to the check.",
)
