# ends: error SyntaxError
x = '''abc
