# ends: error SyntaxError | error MemoryError | error RecursionError | stack
eval('(' * 10_000 + '1' + ')' * 10_000)
