# ends: error AttributeError
import sys
def trace(frame, event, arg):
    frame.f_globals.clear()
    frame.f_locals.clear()
    return trace
sys.settrace(trace)
def f():
    x = 1
f()
