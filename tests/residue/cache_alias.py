# finds: cache fib left
from functools import cache

@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)

fast = fib
# --- next cell
print(fast(20))
