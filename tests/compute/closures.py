"""Makes and calls functions that keep variables of others: counters, composed steps and partial calls."""

from functools import partial, reduce


def make_counter(step):
    count = 0

    def advance(times=1):
        nonlocal count
        count += step * times
        return count

    return advance


def make_average():
    total, number = 0, 0

    def add(value):
        nonlocal total, number
        total += value
        number += 1
        return total // number

    return add


def compose(*functions):
    def pair(outer, inner):
        return lambda value: outer(inner(value))

    return reduce(pair, functions)


def scaled(factor, shift, value):
    return (value * factor + shift) % 100_003


def work():
    counters = [make_counter(step) for step in range(1, 9)]
    average = make_average()
    chains = [
        compose(*(partial(scaled, factor, shift) for shift in range(1, 5)), lambda value, factor=factor: value ^ factor)
        for factor in range(3, 13)
    ]
    result = 0
    for number in range(24_000):
        for counter in counters:
            result ^= counter(number & 3)
        result = chains[number % 10](result)
        result += chains[(number * 7) % 10](number)
        average(result)
    return result, average(0)
