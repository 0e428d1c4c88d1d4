# ends: error RecursionError | stack
compile('lambda: ' * 5_000 + '1', '<lambdas>', 'eval')
