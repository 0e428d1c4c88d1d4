# ends: error SyntaxError
\
