# ends: error SyntaxError
x := 1
