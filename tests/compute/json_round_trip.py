"""Writes nested data as JSON and reads it back, with sorted keys, indents and hooks."""

import json


class Place:
    def __init__(self, name, number):
        self.name = name
        self.number = number


def data(number):
    return {
        "people": [
            {
                "id": index,
                "name": f"Person {index} “Zoë” \n",
                "scores": [index * 0.5, -index, index**3, 1e-7 * index],
                "active": index % 2 == 0,
                "manager": None if index % 5 else {"id": index // 5, "tags": ["a", "b\\c", "d/e"]},
            }
            for index in range(number)
        ],
        "empty": [{}, [], "", 0],
    }


def encode(value):
    return {"place": value.name, "number": value.number}


def decode(value):
    return Place(value["place"], value["number"]) if "place" in value else value


def work():
    length = 0
    value = data(180)
    for _ in range(60):
        text = json.dumps(value)
        length += len(text)
        value = json.loads(text)
    length += len(json.dumps(value, indent=2, sort_keys=True, ensure_ascii=False))
    exact = json.loads(json.dumps(value), parse_float=str)
    places = json.dumps([Place(f"town {number}", number) for number in range(1200)], default=encode)
    total = sum(place.number for place in json.loads(places, object_hook=decode))
    return length, total, exact["people"][9]["scores"][0], int(value == data(180))
