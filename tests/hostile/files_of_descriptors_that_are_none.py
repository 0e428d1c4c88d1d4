# ends: error OSError
import os
for fd in (-1, 999, 2**31 - 1):
    try:
        os.fdopen(fd).read()
    except (OSError, ValueError, OverflowError):
        pass
os.dup2(1, 2)
os.close(1)
os.write(2**20, b'x')
