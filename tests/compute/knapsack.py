"""Packs, pays and partitions by dynamic programming over lists, tuples and dicts."""

from functools import cache


def knapsack(items, capacity):
    best = [0] * (capacity + 1)
    for weight, value in items:
        for room in range(capacity, weight - 1, -1):
            with_it = best[room - weight] + value
            if with_it > best[room]:
                best[room] = with_it
    return best[capacity]


def ways_to_pay(coins, amount):
    ways = [1] + [0] * amount
    for coin in coins:
        for total in range(coin, amount + 1):
            ways[total] += ways[total - coin]
    return ways[amount]


def cheapest_products(sizes):
    """The least work in which a chain of matrices can be multiplied."""

    @cache
    def least(first, last):
        if first == last:
            return 0
        return min(
            least(first, cut) + least(cut + 1, last) + sizes[first] * sizes[cut + 1] * sizes[last + 1]
            for cut in range(first, last)
        )

    return least(0, len(sizes) - 2)


def reachable_sums(numbers, limit):
    sums = {0: 0}
    for number in numbers:
        for total, count in list(sums.items()):
            if total + number <= limit and sums.get(total + number, 99) > count + 1:
                sums[total + number] = count + 1
    return sums


def rising(values):
    """The length of the longest rising sequence among the values."""
    lengths = []
    for index, value in enumerate(values):
        before = [lengths[other] for other in range(index) if values[other] < value]
        lengths.append(1 + max(before, default=0))
    return max(lengths)


def work():
    items = [(number * 37 % 41 + 3, number * 53 % 97 + 5) for number in range(150)]
    best = knapsack(items, 1000)
    ways = ways_to_pay([1, 2, 5, 10, 20, 50, 100, 200], 18_000)
    least = cheapest_products([number * 17 % 29 + 2 for number in range(52)])
    sums = reachable_sums([number * 31 % 83 + 1 for number in range(60)], 1200)
    length = rising([number * 7919 % 1009 for number in range(600)])
    return best, ways % 1_000_000_007, least, sum(sums.values()), length
