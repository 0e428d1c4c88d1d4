# says: Somebody will press the switch twice.
import functools

SEEN = []


def traced(func):
    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        SEEN.append(func.__name__)
        return func(*args, **kwargs)

    return wrapper


@traced
def total(prices):
    return sum(prices)


def report(orders):
    return list(map(total, orders))


def switch(on):
    global total
    if on:
        total = traced(total)
    else:
        total = getattr(total, "__wrapped__", total)
