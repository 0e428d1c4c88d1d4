# finds: sys_path /tmp/vendor reverted
import sys
from contextlib import contextmanager

@contextmanager
def on_path(folder):
    sys.path.insert(0, folder)
    try:
        yield
    finally:
        sys.path.remove(folder)

with on_path('/tmp/vendor'):
    try:
        import vendored_thing
    except ImportError:
        vendored_thing = None
print(vendored_thing)
