"""Builds lists by comprehensions."""


def work():
    total = 0
    for size in range(1100):
        squares = [number * number for number in range(size) if number % 3]
        pairs = [(index, square) for index, square in enumerate(squares)]
        total += len(pairs) + sum([index for index, square in pairs if square & 4])
    return total
