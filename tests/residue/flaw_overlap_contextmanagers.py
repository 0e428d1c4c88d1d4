# finds: attribute json.loads left
# finds: generator first reverted
# finds: generator second reverted
import json
from contextlib import contextmanager

@contextmanager
def patch_attr(owner, name, value):
    old = getattr(owner, name)
    setattr(owner, name, value)
    try:
        yield
    finally:
        setattr(owner, name, old)

# --- next cell
first = patch_attr(json, 'loads', lambda text: 'first')
second = patch_attr(json, 'loads', lambda text: 'second')
first.__enter__()
second.__enter__()
during = json.loads('1')
first.__exit__(None, None, None)
second.__exit__(None, None, None)
print(during, json.loads('1'))
