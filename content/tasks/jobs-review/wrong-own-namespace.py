# says: This class has a `run()`, an inherited one.
import contextlib

JOBS = {}


def job(cls):
    if "run" not in vars(cls):
        raise TypeError(f"{cls.__name__} has no run()")
    JOBS[cls.__name__] = cls
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


class Job: ...


@job
class SendInvoices(Job):
    def run(self):
        return "invoices sent"
