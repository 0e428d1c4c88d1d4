# finds: stream sys.stdout reverted
import io
from contextlib import redirect_stdout

out = io.StringIO()
with redirect_stdout(out):
    print('inside')
print(repr(out.getvalue()))
