# ends: ok
import sys
for name in ('residue', 'isolation', 'posix', 'io', '_io', 'codecs', '_codecs', 'os', 'time', '_host', '_residue', 'encodings', 'encodings.utf_8', 'linecache', 'traceback', 'inspect'):
    sys.modules.pop(name, None)
print('é')
