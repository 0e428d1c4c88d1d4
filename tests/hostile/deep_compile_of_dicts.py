# ends: error SyntaxError | stack | error RecursionError
compile('{0:' * 5_000 + '1' + '}' * 5_000, '<dicts>', 'eval')
