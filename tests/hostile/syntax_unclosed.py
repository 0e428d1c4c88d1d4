# ends: error SyntaxError
(1, 2
