# finds: stream sys.stdout left
import io
import sys
capture = io.StringIO()
sys.stdout = capture
print('nobody sees this')
text = capture.getvalue()
