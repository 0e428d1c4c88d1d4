# ends: endless | stack | ok | error RecursionError
from contextlib import ExitStack, contextmanager
@contextmanager
def one():
    yield
with ExitStack() as stack:
    for _ in range(10_000):
        stack.enter_context(one())
