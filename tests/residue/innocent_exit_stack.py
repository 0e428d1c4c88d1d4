# finds: nothing
from contextlib import ExitStack, closing, nullcontext, suppress

class Tap:
    def __init__(self, name, log):
        self.name, self.log = name, log

    def __enter__(self):
        self.log.append(f"open {self.name}")
        return self

    def __exit__(self, kind, error, trace):
        self.log.append(f"shut {self.name}")
        return kind is ValueError

    def close(self):
        self.log.append(f"close {self.name}")

log = []
with ExitStack() as stack:
    taps = [stack.enter_context(Tap(name, log)) for name in ("hot", "cold")]
    stack.callback(log.append, "done")
    raise ValueError("too hot")
with suppress(KeyError), nullcontext({}) as empty, closing(Tap("garden", log)):
    empty["water"]
print(log)
