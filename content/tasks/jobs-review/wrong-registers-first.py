# says: A class that is refused must not be in the list.
import contextlib

JOBS = {}


class JobMeta(type):
    def __init__(cls, name, bases, namespace):
        super().__init__(name, bases, namespace)
        if bases:
            JOBS[name] = cls
            if not callable(getattr(cls, "run", None)):
                raise TypeError(f"{name} has no run()")


class Job(metaclass=JobMeta): ...


def job(cls):
    return cls


def jobs():
    return [JOBS[name] for name in sorted(JOBS)]


@contextlib.contextmanager
def restored():
    saved = dict(JOBS)
    try:
        yield
    finally:
        JOBS.clear()
        JOBS.update(saved)


class SendInvoices(Job):
    def run(self):
        return "invoices sent"
