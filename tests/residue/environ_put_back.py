# finds: environ SHOP_LANG reverted
import os
from contextlib import contextmanager

@contextmanager
def variable(name, value):
    before = os.environ.get(name)
    os.environ[name] = value
    try:
        yield
    finally:
        if before is None:
            del os.environ[name]
        else:
            os.environ[name] = before

with variable("SHOP_LANG", "fr"):
    word = {"fr": "thé"}.get(os.environ["SHOP_LANG"], "tea")
