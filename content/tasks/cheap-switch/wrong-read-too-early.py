# says: The switch must work at once
import functools

TRACING = True
SEEN = []


def traced(func):
    if not TRACING:
        return func

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
    global TRACING
    TRACING = on
