# finds: nothing
import sys
hook = sys.excepthook
sys.excepthook = hook
names = [getattr(h, '__name__', 'hook') for h in (hook, sys.displayhook)]

def excepthook(kind, error, trace):
    return names

print(excepthook(None, None, None) is names)
