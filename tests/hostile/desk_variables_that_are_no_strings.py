# ends: ok
for key in (5, None, (1, 2), b'bytes', 1.5, ..., frozenset()):
    globals()[key] = key
