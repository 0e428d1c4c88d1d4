# says: Switched off, each order still costs two calls.
import functools

SEEN = []


def traced(func):
    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        if wrapper.on:
            SEEN.append(func.__name__)
        return func(*args, **kwargs)

    wrapper.on = True
    return wrapper


@traced
def total(prices):
    return sum(prices)


def report(orders):
    return list(map(total, orders))


def switch(on):
    total.on = on
