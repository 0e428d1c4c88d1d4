# ends: error SyntaxError
b'ä'
