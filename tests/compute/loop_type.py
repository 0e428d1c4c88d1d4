"""Asks for the types of values."""


def work():
    values = [1, "text", 2.5, None, [], {}]
    count = 0
    for _ in range(300_000):
        for value in values:
            if type(value) is int:
                count += 1
    return count
