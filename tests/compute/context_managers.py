"""Enters and leaves context managers: classes, generators, stacks of them, and some that swallow errors."""

from contextlib import ExitStack, closing, contextmanager, nullcontext, suppress


class Transaction:
    def __init__(self, store):
        self.store = store

    def __enter__(self):
        self.before = dict(self.store)
        return self.store

    def __exit__(self, kind, error, trace):
        if kind is not None:
            self.store.clear()
            self.store.update(self.before)
        return kind is ValueError


@contextmanager
def setting(store, key, value):
    before = store.get(key, 0)
    store[key] = value
    try:
        yield before
    finally:
        store[key] = before


class Source:
    opened = 0

    def __init__(self):
        self.opened += 1

    def close(self):
        self.opened -= 1


def work():
    store = {"count": 0, "total": 0}
    total = 0
    for number in range(10_000):
        with Transaction(store) as values:
            values["count"] += 1
            if number % 3 == 0:
                raise ValueError(number)
            values["total"] += number
        with setting(store, "count", number) as before, nullcontext(5) as five:
            total += before + five + store["count"]
        with suppress(KeyError, IndexError):
            total += store["missing" if number % 4 == 0 else "count"]
        if number % 4 == 0:
            with ExitStack() as stack:
                sources = [stack.enter_context(closing(Source())) for _ in range(3)]
                stack.callback(store.update, last=number)
                total += sum(source.opened for source in sources)
            total += sum(source.opened for source in sources)
    return total, store["count"], store["total"], store["last"]
