# says: Tools that ask about the function are told about your wrapper instead.
LOG = []


def logged(func):
    def wrapper(*args, **kwargs):
        outcome = "returned"
        try:
            return func(*args, **kwargs)
        except BaseException as error:
            outcome = type(error).__name__
            raise
        finally:
            LOG.append((func.__name__, outcome))

    wrapper.__name__, wrapper.__doc__ = func.__name__, func.__doc__
    return wrapper


@logged
def parse_price(text, *, currency="EUR"):
    """Read a price such as "12.50"."""
    return float(text), currency


parse_price("free")
