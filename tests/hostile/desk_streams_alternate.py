# ends: ok
# No newline, so that the number of lines is no bound for the number of pieces.
import sys
for _ in range(50_000):
    sys.stdout.write('o')
    sys.stderr.write('e')
