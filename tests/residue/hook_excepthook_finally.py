# finds: hook sys.excepthook reverted
import sys
previous = sys.excepthook
caught = []
sys.excepthook = lambda kind, error, trace: caught.append(kind)
try:
    sys.excepthook(ValueError, ValueError('x'), None)
finally:
    sys.excepthook = previous
print(caught)
