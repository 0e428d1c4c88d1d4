# ends: ok
import sys
def f():
    x = 1
    frame = sys._getframe()
    frame.f_locals['x'] = 2
    frame.f_locals[5] = 3
    frame.f_globals['made'] = frame
    return x
f()
