# finds: trace sys.settrace reverted
import sys

class Tracing:
    def __init__(self):
        self.lines = []

    def watch(self, frame, event, arg):
        self.lines.append(frame.f_lineno)
        return self.watch

    def __enter__(self):
        self.before = sys.gettrace()
        sys.settrace(self.watch)
        return self

    def __exit__(self, *details):
        sys.settrace(self.before)
# --- next cell
def double(values):
    out = []
    for value in values:
        out.append(value * 2)
    return out

with Tracing() as tracing:
    doubled = double([1, 2, 3])
print(len(doubled))
