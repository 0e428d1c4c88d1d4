# says: The double is still a job after its test has failed.
import contextlib

JOBS = {}


def job(cls):
    if not callable(getattr(cls, "run", None)):
        raise TypeError(f"{cls.__name__} has no run()")
    JOBS[cls.__name__] = cls
    return cls


def jobs():
    return [JOBS[name] for name in sorted(JOBS)]


@contextlib.contextmanager
def restored():
    saved = dict(JOBS)
    yield
    JOBS.clear()
    JOBS.update(saved)


class Job: ...


@job
class SendInvoices(Job):
    def run(self):
        return "invoices sent"
