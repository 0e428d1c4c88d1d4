import contextlib

_jobs = {}


def job(cls):
    """Makes a class a nightly job."""
    if not callable(getattr(cls, "run", None)):
        raise TypeError(f"{cls.__name__} has no run()")
    if cls.__name__ in _jobs:
        raise ValueError(f"{cls.__name__} is taken")
    _jobs[cls.__name__] = cls  # last: all checks passed
    return cls


def jobs():
    return [_jobs[name] for name in sorted(_jobs)]


@contextlib.contextmanager
def restored():
    saved = dict(_jobs)
    try:
        yield
    finally:
        _jobs.clear()
        _jobs.update(saved)


class Job:
    """Base of all nightly jobs."""


@job
class SendInvoices(Job):
    def run(self):
        return "invoices sent"


class Unlucky(Job):  # a test double
    def run(self):
        raise OSError("no network")


with contextlib.suppress(OSError), restored():
    job(Unlucky)
    print("in the test:", *(cls.__name__ for cls in jobs()))
    Unlucky().run()
try:

    @job
    class PruneLogs(Job): ...
except TypeError as exc:
    print("refused:", exc)
for cls in jobs():
    print("tonight:", cls.__name__, cls().run())
