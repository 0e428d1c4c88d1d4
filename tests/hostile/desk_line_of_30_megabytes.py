# ends: ok
import sys
for _ in range(30):
    sys.stdout.write('no newline ' * 95_000)
