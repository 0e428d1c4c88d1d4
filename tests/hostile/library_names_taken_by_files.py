# ends: ok
import sys
for name in ('json', 'traceback', 'linecache', 'residue', 'isolation', 'string', 'difflib', 'colorsys', 'site'):
    with open(name + '.py', 'w') as file:
        file.write('raise ZeroDivisionError(__name__)\n' * 2)
sys.path.insert(0, '')
sys.modules.pop('json', None)
try:
    import json
except ZeroDivisionError:
    pass
