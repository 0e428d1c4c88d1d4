# ends: ok
del __name__, __builtins__
for name in list(globals()):
    del globals()[name]
