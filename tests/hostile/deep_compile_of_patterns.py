# ends: error SyntaxError | stack | error RecursionError
compile('match x:\n case ' + '[' * 2_000 + ']' * 2_000 + ': pass', '<patterns>', 'exec')
