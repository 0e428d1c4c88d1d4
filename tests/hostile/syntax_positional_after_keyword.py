# ends: error SyntaxError
f(a=1, 2)
