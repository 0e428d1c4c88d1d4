# finds: cache square reverted
from functools import cache

@cache
def square(number):
    return number * number

# --- next cell
values = [square(n) for n in range(5)]
size = square.cache_info().currsize
square.cache_clear()
print(values, size)
