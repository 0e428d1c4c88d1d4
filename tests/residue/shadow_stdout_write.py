# finds: shadow sys.stdout.write reverted
import sys
pieces = []
sys.stdout.write = pieces.append
try:
    sys.stdout.write('secret')
finally:
    del sys.stdout.write
print(len(pieces))
