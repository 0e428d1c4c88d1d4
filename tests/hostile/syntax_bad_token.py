# ends: error SyntaxError
x = 1 $ 2
