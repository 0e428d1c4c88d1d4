# ends: error SyntaxError | error IndentationError | error RecursionError | stack | ok
exec('\n'.join(' ' * n + f'def f{n}():' for n in range(150)) + '\n' + ' ' * 150 + 'pass')
