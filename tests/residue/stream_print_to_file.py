# finds: nothing
import io
import sys
page = io.StringIO()
print('title', file=page)
stdout = page
stdout.write('body\n')
sys.stdout.flush()
print(len(page.getvalue()))
