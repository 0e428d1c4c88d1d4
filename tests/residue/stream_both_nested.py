# finds: stream sys.stdout reverted
# finds: stream sys.stderr reverted
import io
import sys
from contextlib import redirect_stderr, redirect_stdout

buffer = io.StringIO()
with redirect_stdout(buffer), redirect_stderr(buffer):
    print('out')
    print('err', file=sys.stderr)
print(buffer.getvalue().split())
