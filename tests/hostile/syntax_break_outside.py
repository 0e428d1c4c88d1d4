# ends: error SyntaxError
break
