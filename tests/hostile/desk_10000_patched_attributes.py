# ends: ok
import math
for n in range(10_000):
    setattr(math, f'patched_{n}', n)
