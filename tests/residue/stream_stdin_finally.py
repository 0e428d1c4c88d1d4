# finds: stream sys.stdin reverted
import io
import sys
keyboard = sys.stdin
sys.stdin = io.StringIO('3\n4\n')
try:
    numbers = [int(line) for line in sys.stdin]
finally:
    sys.stdin = keyboard
print(sum(numbers))
