# ends: endless
import sys
while True:
    sys.stdout.write('o')
    sys.stderr.write('e\n')
