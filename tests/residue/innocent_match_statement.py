# finds: nothing
from dataclasses import dataclass

@dataclass
class Point:
    x: int
    y: int

def describe(thing):
    match thing:
        case Point(x=0, y=0):
            return "origin"
        case Point(x, y) if x == y:
            return f"diagonal {x}"
        case {"kind": "circle", "r": r, **rest}:
            return f"circle {r} {sorted(rest)}"
        case [first, *others]:
            return f"{first} and {len(others)} more"
        case "yes" | "no" as answer:
            return answer
        case _:
            return "unknown"

things = [Point(0, 0), Point(2, 2), {"kind": "circle", "r": 1, "at": 3}, [1, 2], "no", None]
print([describe(thing) for thing in things])
