# ends: endless | ok
import sys
def trace(frame, event, arg):
    if event == 'line' and frame.f_code.co_name == 'f':
        frame.f_lineno = frame.f_code.co_firstlineno + 1
    return trace
def f():
    x = 1
    y = 2
    return x
sys.settrace(trace)
f()
