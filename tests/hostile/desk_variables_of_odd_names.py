# ends: ok
for name in ('', ' ', '<b>', '`code`', '\x1b[2J', '\0', '\n', '\u202e', '\ud800', 'a b', 'class', '"', '🐍', '-' * 100):
    globals()[name] = name
