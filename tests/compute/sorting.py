"""Sorts records by keys of many kinds: attrgetter, tuples, comparison functions, and sorts written by hand."""

import bisect
from functools import cmp_to_key, total_ordering
from operator import attrgetter, itemgetter


@total_ordering
class Card:
    def __init__(self, suit, rank):
        self.suit = suit
        self.rank = rank

    def __eq__(self, other):
        return (self.suit, self.rank) == (other.suit, other.rank)

    def __lt__(self, other):
        return (self.rank, self.suit) < (other.rank, other.suit)


def merge_sort(values):
    if len(values) < 2:
        return values
    middle = len(values) // 2
    left, right = merge_sort(values[:middle]), merge_sort(values[middle:])
    result, i, j = [], 0, 0
    while i < len(left) and j < len(right):
        if left[i] <= right[j]:
            result.append(left[i])
            i += 1
        else:
            result.append(right[j])
            j += 1
    return result + left[i:] + right[j:]


def quick_sort(values):
    if len(values) < 2:
        return values
    pivot = values[len(values) // 2]
    less = [value for value in values if value < pivot]
    same = [value for value in values if value == pivot]
    more = [value for value in values if value > pivot]
    return quick_sort(less) + same + quick_sort(more)


def work():
    seed = 23
    numbers = []
    for _ in range(8500):
        seed = (seed * 1103515245 + 12345) % 2147483648
        numbers.append(seed >> 14)
    if not merge_sort(numbers) == quick_sort(numbers) == sorted(numbers):
        return "wrong"
    cards = [Card("♣♦♥♠"[number % 4], number % 997) for number in numbers]
    best = sorted(cards)[-1]
    cards.sort(key=attrgetter("suit", "rank"))
    records = [(str(number), number % 13, -number) for number in numbers]
    records.sort(key=itemgetter(0))
    records.sort(key=lambda record: (record[1], len(record[0])), reverse=True)
    by_digits = sorted(numbers[:1500], key=cmp_to_key(lambda one, two: one % 1000 - two % 1000))
    places = []
    for number in numbers[:2000]:
        bisect.insort(places, number)
    return best.rank, best.suit, cards[0].rank, records[7][2], by_digits[500] % 1000, places[1000]
