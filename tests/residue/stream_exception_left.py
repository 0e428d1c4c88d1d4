# finds: stream sys.stdout left
import io
import sys

def captured(job):
    old, sys.stdout = sys.stdout, io.StringIO()
    job()
    text = sys.stdout.getvalue()
    sys.stdout = old
    return text

# --- next cell
try:
    captured(lambda: 1 / 0)
except ZeroDivisionError:
    result = None
