"""Joins functions of itertools and operator to pipelines."""

import operator
from collections import Counter
from itertools import (
    accumulate,
    chain,
    combinations,
    compress,
    count,
    cycle,
    dropwhile,
    groupby,
    islice,
    permutations,
    product,
    repeat,
    starmap,
    takewhile,
    tee,
    zip_longest,
)


def solutions():
    """The ways in which two words of letters add up to a third: it + is = two, by trying all digits."""
    for i, t, s, w, o in permutations(range(10), 5):
        if i and t and 10 * i + t + 10 * i + s == 100 * t + 10 * w + o:
            yield i, t, s, w, o


def work():
    found = list(solutions())
    hands = Counter(sum(hand) % 13 for hand in combinations(range(1, 46), 4))
    dice = Counter(map(sum, product(range(1, 7), repeat=5)))
    numbers = islice((value * value % 1013 for value in count(3)), 60_000)
    one, two = tee(numbers)
    pairs = zip(one, islice(two, 1, None))
    runs = [(rising, sum(1 for _ in group)) for rising, group in groupby(pairs, lambda pair: pair[0] < pair[1])]
    longest = max(length for rising, length in runs if rising)
    totals = accumulate(chain.from_iterable(zip_longest(range(3000), range(2000), fillvalue=1)), operator.xor)
    picked = compress(totals, cycle([1, 0, 1]))
    powers = sum(starmap(pow, zip(range(2000), repeat(2))))
    middle = sum(takewhile(lambda value: value < 9000, dropwhile(lambda value: value < 10, range(12_000))))
    return len(found), hands[5], dice[17], longest, sum(picked), powers, middle
