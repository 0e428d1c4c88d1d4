# finds: generator stack left
import contextlib
@contextlib.contextmanager
def opened():
    print("in")
    yield 1
    print("out")
stack = contextlib.ExitStack()
stack.enter_context(opened())
