"""Makes, compares, replaces and sorts dataclasses, named tuples and enums."""

from collections import Counter
from dataclasses import asdict, dataclass, field, fields, replace
from enum import Enum, Flag, IntEnum, auto
from typing import NamedTuple


class Colour(Enum):
    RED = "r"
    GREEN = "g"
    BLUE = "b"

    @property
    def next(self):
        members = list(Colour)
        return members[(members.index(self) + 1) % len(members)]


class Level(IntEnum):
    LOW = 1
    MIDDLE = 5
    HIGH = 10


class Right(Flag):
    READ = auto()
    WRITE = auto()
    SHARE = auto()


@dataclass(order=True, frozen=True)
class Point:
    x: int
    y: int = 0

    def moved(self, dx, dy):
        return replace(self, x=self.x + dx, y=self.y + dy)


@dataclass
class Shape:
    name: str
    corners: list[Point] = field(default_factory=list)
    colour: Colour = Colour.RED
    level: Level = Level.LOW
    size: int = field(init=False, repr=False)

    def __post_init__(self):
        self.size = len(self.corners)


class Entry(NamedTuple):
    key: str
    number: int = 0

    def doubled(self):
        return self._replace(number=self.number * 2)


def work():
    shapes = []
    colour = Colour.RED
    for number in range(2500):
        corners = [Point(number % 17, corner).moved(corner, -number % 5) for corner in range(3)]
        colour = colour.next
        shapes.append(Shape(f"shape {number}", corners, colour, list(Level)[number % 3]))
    points = sorted({corner for shape in shapes for corner in shape.corners})
    colours = Counter(shape.colour for shape in shapes)
    high = sum(shape.level >= Level.MIDDLE for shape in shapes)
    plain = [asdict(shape) for shape in shapes[:900]]
    same = sum(one == two for one in shapes[:150] for two in shapes[:150])
    entries = [Entry(shape.name, shape.size).doubled() for shape in shapes]
    rights = Right(0)
    for number in range(4000):
        rights = rights ^ Right.WRITE if number % 2 else rights | Right(number % 8)
        same += Right.SHARE in rights
    named = Colour("g"), Colour["BLUE"]
    text = repr(shapes[3]) + repr(points[-1]) + repr(entries[1]) + str(named)
    return len(points), colours[Colour.GREEN], high, plain[9]["corners"][1]["x"], same, len(fields(Shape)), len(text)
