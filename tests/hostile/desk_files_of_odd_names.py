# ends: ok
for name in ('<b>', ' ', '`', "'", '\n', '\u202e', '\x1b[2J', '-rf', 'con.txt', 'é', 'e\u0301', '\udcff'):
    with open(name, 'w') as file:
        file.write(name[:1] if name != '\udcff' else '')
