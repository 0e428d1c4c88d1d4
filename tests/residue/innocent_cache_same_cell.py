# finds: nothing
from functools import cache, lru_cache, partial, reduce

@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)

@lru_cache(maxsize=4)
def square(n):
    return n * n

values = [fib(n) for n in range(12)]
squares = [square(n % 3) for n in range(9)]
double = partial(reduce, lambda total, n: total + 2 * n)
print(values[-1], square.cache_info().hits, double(squares, 0))
