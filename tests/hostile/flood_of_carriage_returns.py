# ends: endless
import sys
n = 0
while True:
    sys.stdout.write(f'\r{n} %')
    n += 1
