# ends: error RecursionError | stack
eval('not ' * 20_000 + '1')
