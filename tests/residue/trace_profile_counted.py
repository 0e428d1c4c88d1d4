# finds: trace sys.setprofile reverted
import sys

counts = {}

def profiler(frame, event, arg):
    if event == "call":
        name = frame.f_code.co_name
        counts[name] = counts.get(name, 0) + 1

def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)

sys.setprofile(profiler)
try:
    result = fib(6)
finally:
    sys.setprofile(None)
