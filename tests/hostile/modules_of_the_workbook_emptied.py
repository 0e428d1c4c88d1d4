# ends: ok
import sys
for name in ('os', 'posix', 'io', '_io', 'codecs', '_codecs', 'inspect', 'keyword', 'traceback', 'linecache', 'warnings', 'types', 'weakref', 'contextlib', 'abc', '_abc', 'gc'):
    if name in sys.modules:
        vars(sys.modules[name]).clear()
