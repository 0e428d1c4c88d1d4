LOG = []


def logged(func):
    def wrapper(*args, **kwargs):
        try:
            result = func(*args, **kwargs)
            LOG.append((func.__name__, "returned"))
            return result
        except Exception as error:
            LOG.append((func.__name__, str(error)))

    return wrapper


@logged
def parse_price(text, *, currency="EUR"):
    """Read a price such as "12.50"."""
    return float(text), currency


print(parse_price("12.50"))
print(parse_price("free"))
print(LOG)
