# ends: error SyntaxError
def f(a, a): pass
