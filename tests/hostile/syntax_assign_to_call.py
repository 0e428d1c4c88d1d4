# ends: error SyntaxError
f() = 1
