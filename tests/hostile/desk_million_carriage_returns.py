# ends: ok
import sys
for n in range(1_000):
    sys.stdout.write(f'\r{n:>3} %' * 1_000)
