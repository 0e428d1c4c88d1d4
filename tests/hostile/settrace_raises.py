# ends: error RuntimeError
import sys
def trace(frame, event, arg):
    raise RuntimeError('from the trace function')
sys.settrace(trace)
def f():
    pass
f()
