# finds: nothing
from dataclasses import dataclass, field
from functools import total_ordering

@total_ordering
class Version:
    def __init__(self, number):
        self.number = number

    def __eq__(self, other):
        return self.number == other.number

    def __lt__(self, other):
        return self.number < other.number

@dataclass(order=True)
class Release:
    number: int
    notes: list = field(default_factory=list)

print(Version(1) >= Version(0), Release(1) < Release(2))
