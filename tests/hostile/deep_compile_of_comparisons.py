# ends: ok | stack | error RecursionError
eval('1' + ' < 2' * 20_000)
