# ends: error RecursionError | stack
exec('\n'.join(' ' * n + 'if 1:' for n in range(2_000)) + '\n' + ' ' * 2_000 + 'pass')
