# says: Your `restored()` clears.
import contextlib

JOBS = []


def job(cls):
    if not callable(getattr(cls, "run", None)):
        raise TypeError(f"{cls.__name__} has no run()")
    JOBS.append(cls)
    return cls


def jobs():
    return sorted(JOBS, key=lambda cls: cls.__name__)


@contextlib.contextmanager
def restored():
    try:
        yield
    finally:
        JOBS.clear()


class Job: ...


@job
class SendInvoices(Job):
    def run(self):
        return "invoices sent"
