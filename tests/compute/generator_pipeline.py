"""Sends values through a chain of generators: filters, windows, batches and running sums."""


def numbers(limit):
    value = 1
    for _ in range(limit):
        value = (value * 48271) % 2147483647
        yield value % 1000


def without_multiples(source, divisor):
    for value in source:
        if value % divisor:
            yield value


def differences(source):
    source = iter(source)
    last = next(source)
    for value in source:
        yield value - last
        last = value


def windows(source, size):
    window = []
    for value in source:
        window.append(value)
        if len(window) > size:
            del window[0]
        if len(window) == size:
            yield tuple(window)


def running(source):
    total = 0
    for value in source:
        total += value
        yield total


def batches(source, size):
    batch = []
    for value in source:
        batch.append(value)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def work():
    source = numbers(180_000)
    for divisor in (2, 3, 5, 7):
        source = without_multiples(source, divisor)
    peaks = (middle for before, middle, after in windows(differences(source), 3) if before < middle > after)
    count, result = 0, 0
    for batch in batches(running(peaks), 10):
        count += len(batch)
        result = (result * 7 + max(batch) + min(batch)) % 1_000_003
    return count, result
