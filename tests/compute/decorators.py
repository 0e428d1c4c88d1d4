"""Wraps functions in decorators with and without arguments, in caches, dispatchers and classes."""

from functools import cached_property, lru_cache, singledispatch, wraps


def counted(function):
    @wraps(function)
    def wrapper(*args, **kwargs):
        wrapper.calls += 1
        return function(*args, **kwargs)

    wrapper.calls = 0
    return wrapper


def limited(low, high):
    def decorate(function):
        @wraps(function)
        def wrapper(*args, **kwargs):
            return max(low, min(high, function(*args, **kwargs)))

        return wrapper

    return decorate


class Remembered:
    def __init__(self, function):
        self.function = function
        self.results = {}

    def __call__(self, *args):
        if args not in self.results:
            self.results[args] = self.function(*args)
        return self.results[args]


@singledispatch
def size(value):
    return 1


@size.register
def _(value: str):
    return len(value)


@size.register(list)
@size.register(tuple)
def _(value):
    return sum(map(size, value))


class Circle:
    def __init__(self, radius):
        self.radius = radius

    @cached_property
    def area(self):
        return self.radius * self.radius * 355 // 113


def work():
    @counted
    @limited(0, 5000)
    def shifted(value, *, by=1):
        return value * 3 - by

    @Remembered
    def binomial(n, k):
        return 1 if k in (0, n) else binomial(n - 1, k - 1) + binomial(n - 1, k)

    @lru_cache(maxsize=64)
    def digits(number):
        return sum(map(int, str(number)))

    total = 0
    for number in range(32_000):
        total += shifted(number % 2000, by=number % 7)
        total += digits(number * number % 101) + binomial(number % 40, (number % 40) // 2) % 97
    values = ["text", 5, ["a", ("bc", None)], {"no": "yes"}]
    sizes = sum(size(values[number % 4]) for number in range(10_000))
    circles = [Circle(radius) for radius in range(2500)]
    areas = sum(circle.area for _ in range(3) for circle in circles)
    return total, shifted.calls, shifted.__name__, digits.cache_info().hits, sizes, areas
