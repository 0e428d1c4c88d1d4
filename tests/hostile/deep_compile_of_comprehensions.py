# ends: error SyntaxError | stack | error RecursionError
compile('[' * 1_000 + '1' + ' for x in y]' * 1_000, '<comprehensions>', 'eval')
