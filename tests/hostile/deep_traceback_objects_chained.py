# ends: error ValueError | stack
import sys, types
traceback, frame = None, sys._getframe()
for n in range(2_000):
    traceback = types.TracebackType(traceback, frame, 0, n + 1)
raise ValueError('long way').with_traceback(traceback)
