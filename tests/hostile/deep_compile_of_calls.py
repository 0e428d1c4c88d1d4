# ends: error SyntaxError | stack | error RecursionError
compile('f(' * 5_000 + ')' * 5_000, '<nested calls>', 'eval')
