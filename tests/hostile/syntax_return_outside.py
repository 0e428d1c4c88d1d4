# ends: error SyntaxError
return 1
