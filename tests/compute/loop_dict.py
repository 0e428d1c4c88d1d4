"""Reads and writes entries of dicts whose keys are integers and strings."""


def work():
    numbers, names = {}, {"even": 0, "odd": 0}
    for number in range(300_000):
        key = number & 1023
        numbers[key] = numbers.get(key, 0) + number
        if key in numbers:
            names["odd" if number & 1 else "even"] += 1
    return sum(numbers.values()), names["even"], len(numbers)
