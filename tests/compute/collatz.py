"""Follows the numbers that halve or triple, once with a dict of known lengths and once without: small integers."""


def length_by_memory(number, known):
    chain = []
    while number not in known:
        chain.append(number)
        number = number // 2 if number % 2 == 0 else 3 * number + 1
    length = known[number]
    while chain:
        length += 1
        known[chain.pop()] = length
    return length


def length_by_steps(number):
    length = 1
    while number != 1:
        if number & 1:
            number = (number * 3 + 1) >> 1
            length += 2
        else:
            number >>= 1
            length += 1
    return length


def work():
    known = {1: 1}
    longest = max(range(1, 50_000), key=lambda number: length_by_memory(number, known))
    total = sum(map(length_by_steps, range(1, 6500)))
    return longest, known[longest], total
