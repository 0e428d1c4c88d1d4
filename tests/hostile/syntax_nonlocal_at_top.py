# ends: error SyntaxError
nonlocal x
