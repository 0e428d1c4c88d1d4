# ends: endless | ok | stack
exec('try:\n 1 / 0\n' + 'except (KeyError, ValueError): pass\n' * 3_000 + 'except ZeroDivisionError: pass')
