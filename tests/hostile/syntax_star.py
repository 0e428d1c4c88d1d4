# ends: error SyntaxError
*a, *b = 1
