# ends: error SyntaxError
None = 1
