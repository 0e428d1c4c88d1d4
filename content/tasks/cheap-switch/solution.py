import functools

SEEN = []


def traced(func):
    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        SEEN.append(func.__name__)
        return func(*args, **kwargs)

    return wrapper


def total(prices):
    return sum(prices)


def report(orders):
    return list(map(total, orders))


plain_total = total


def switch(on):
    global total
    # Always from the plain function: pressing it twice must not wrap twice.
    total = traced(plain_total) if on else plain_total


switch(True)
