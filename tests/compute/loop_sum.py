"""Adds integers in a while loop."""


def work():
    total, number = 0, 0
    while number < 1_200_000:
        total = total + number
        number += 1
    return total
