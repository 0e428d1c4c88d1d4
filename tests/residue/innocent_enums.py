# finds: nothing
from enum import Enum, Flag, IntEnum, auto, unique

@unique
class Size(IntEnum):
    SMALL = 1
    LARGE = 2

class Colour(Enum):
    RED = "r"
    BLUE = "b"

    @classmethod
    def parse(cls, letter):
        return cls(letter.lower())

class Access(Flag):
    READ = auto()
    WRITE = auto()

both = Access.READ | Access.WRITE
chosen = Colour.parse("B")
sizes = sorted(Size, reverse=True)
print(chosen.name, Access.WRITE in both, sizes[0].name, Colour["RED"].value)
