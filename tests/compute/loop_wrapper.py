"""Calls a function through a wrapper that passes all arguments on."""

from functools import wraps


def passing(function):
    @wraps(function)
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)

    return wrapper


@passing
def add(one, two, three=0):
    return one + two + three


def work():
    total = 0
    for number in range(110_000):
        total = add(total, number)
        total = add(total, 1, three=number & 3)
    return total
