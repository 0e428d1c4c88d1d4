# ends: ok | stack | error RecursionError | error SyntaxError | memory
exec('x = [' + '1, ' * 300_000 + ']')
