# ends: error SyntaxError
f'{'
