# ends: error SyntaxError
x = 0777
