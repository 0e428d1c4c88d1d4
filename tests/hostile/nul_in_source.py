# ends: error SyntaxError | error ValueError
eval('1\0 + 1')
