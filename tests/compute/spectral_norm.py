"""Finds the greatest stretch of an endless matrix by repeated multiplication: floats in nested sums."""

import math


def entry(row, column):
    return 1.0 / ((row + column) * (row + column + 1) // 2 + row + 1)


def times(vector):
    size = range(len(vector))
    return [sum(entry(row, column) * vector[column] for column in size) for row in size]


def times_turned(vector):
    size = range(len(vector))
    return [sum(entry(column, row) * vector[column] for column in size) for row in size]


def work():
    vector = [1.0] * 100
    other = vector
    for _ in range(6):
        other = times_turned(times(vector))
        vector, other = times_turned(times(other)), vector
    image = times_turned(times(vector))
    product = sum(one * two for one, two in zip(vector, image))
    square = sum(one * one for one in vector)
    return round(math.sqrt(product / square) * 1e9)
