# finds: nothing
from enum import Enum, auto
from typing import NamedTuple

class State(Enum):
    CLOSED = auto()
    OPEN = auto()
    LOCKED = auto()

class Move(NamedTuple):
    start: State
    action: str
    end: State

MOVES = [
    Move(State.CLOSED, "open", State.OPEN),
    Move(State.OPEN, "close", State.CLOSED),
    Move(State.CLOSED, "lock", State.LOCKED),
]

def run(actions, state=State.CLOSED):
    table = {(move.start, move.action): move.end for move in MOVES}
    for action in actions:
        state = table.get((state, action), state)
    return state

print(run(["open", "lock", "close", "lock"]).name)
