"""Sorts lists of numbers, strings and pairs."""


def work():
    seed, values = 1, []
    for _ in range(20_000):
        seed = (seed * 1103515245 + 12345) % 2147483648
        values.append(seed >> 8)
    total = 0
    for turn in range(6):
        numbers = [value ^ turn * 4097 for value in values]
        numbers.sort()
        texts = [str(value) for value in values[turn::4]]
        texts.sort(reverse=True)
        pairs = [(value % 97, value) for value in values[turn::4]]
        pairs.sort(key=lambda pair: -pair[0])
        total += numbers[1000] + int(texts[5]) + pairs[7][1]
    return total
