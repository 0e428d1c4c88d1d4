# finds: cache fib left
import functools

@functools.cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)

fib(5)
# --- next cell
print(fib(5), fib(30))
