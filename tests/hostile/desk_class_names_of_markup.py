# ends: ok
for name in ('<script>', '\x1b[31m', '\u202e\u2066', '`', '\n\n', '', 'a"b\'c'):
    cls = type(name, (), {'__qualname__': name + '.x', '__module__': name})
    globals()['of ' + name] = cls
    globals()['instance of ' + name] = cls()
