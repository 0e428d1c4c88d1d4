# finds: stream sys.stdout reverted
import io
import sys

def captured(work):
    old, sys.stdout = sys.stdout, io.StringIO()
    try:
        work()
        return sys.stdout.getvalue()
    finally:
        sys.stdout = old
# --- next cell
text = captured(lambda: print("inside"))
print(repr(text))
