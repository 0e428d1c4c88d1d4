"""Answers the question `judge`: runs the check of a task, which is in Python (`lib/checking.py`). Asked only in forks
of the pristine interpreter, so nothing of the reader's is here but the text of the cell."""


def judge(main, check, source, ran, tried, seed):
    """What the check says: `{"wanted": …}` or `{"verdict": …}`."""
    import checking

    return checking.judge(check, source, ran, tried, seed)
