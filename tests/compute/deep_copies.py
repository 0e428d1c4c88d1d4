"""Copies nested lists, dicts and objects that refer to each other, shallow and deep."""

import copy


class Room:
    def __init__(self, name):
        self.name = name
        self.doors = {}
        self.things = []
        self.size = (len(name), [1, 2])


class Tag:
    __slots__ = ("label", "number")

    def __init__(self, label, number):
        self.label = label
        self.number = number

    def __deepcopy__(self, memo):
        return Tag(self.label, self.number + 1)


def house(number):
    rooms = [Room(f"room {index}") for index in range(number)]
    for index, room in enumerate(rooms):
        room.doors = {"next": rooms[(index + 1) % number], "back": rooms[index - 1]}
        room.things = [{"kind": "chair", "legs": [1, 2, 3, 4]}, Tag("lamp", index), {index, index * 2}]
    return rooms


def work():
    rooms = house(20)
    table = {row: [[row, column, {"value": (row, [column])}] for column in range(6)] for row in range(20)}
    for _ in range(55):
        rooms = copy.deepcopy(rooms)
        table = copy.deepcopy(table)
    shallow = 0
    for _ in range(200):
        for room in rooms:
            other = copy.copy(room)
            shallow += other.doors is room.doors and copy.copy(other.things) == room.things
    joined = all(room.doors["next"].doors["back"] is room for room in rooms)
    return sum(room.things[1].number for room in rooms), shallow, int(joined), sum(map(len, table.values()))
