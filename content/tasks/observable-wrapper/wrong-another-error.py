# says: The caller's `except` was written for what the function raises.
import functools

LOG = []


def logged(func):
    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        try:
            result = func(*args, **kwargs)
        except BaseException as error:
            LOG.append((func.__name__, type(error).__name__))
            raise type(error)(f"{func.__name__} failed") from error
        LOG.append((func.__name__, "returned"))
        return result

    return wrapper


@logged
def parse_price(text, *, currency="EUR"):
    """Read a price such as "12.50"."""
    return float(text), currency


parse_price("free")
