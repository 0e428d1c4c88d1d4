# ends: error RecursionError | error SyntaxError | stack | ok
eval('+'.join(['1'] * 20000))
