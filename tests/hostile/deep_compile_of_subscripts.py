# ends: error RecursionError | stack
compile('a' + '[0]' * 20_000, '<subscripts>', 'eval')
