# finds: hook sys.displayhook reverted
import sys
from contextlib import contextmanager

shown = []

@contextmanager
def showing_with(hook):
    old, sys.displayhook = sys.displayhook, hook
    try:
        yield
    finally:
        sys.displayhook = old

with showing_with(shown.append):
    sys.displayhook(1 + 1)
print(shown)
