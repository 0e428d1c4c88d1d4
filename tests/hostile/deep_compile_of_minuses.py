# ends: error RecursionError | stack
eval('-' * 20_000 + '1')
