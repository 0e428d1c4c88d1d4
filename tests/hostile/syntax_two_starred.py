# ends: error SyntaxError
def f(*a, *b): pass
