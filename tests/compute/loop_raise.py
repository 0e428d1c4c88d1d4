"""Raises exceptions and catches them at once."""


def check(number):
    if number % 3 == 0:
        raise ValueError(number)
    return number


def work():
    caught, total = 0, 0
    for number in range(220_000):
        try:
            total += check(number)
        except ValueError as error:
            caught += error.args[0] & 1
    return caught, total
