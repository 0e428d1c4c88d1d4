import functools

TRACING = True
SEEN = []


def traced(func):
    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        if TRACING:
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
