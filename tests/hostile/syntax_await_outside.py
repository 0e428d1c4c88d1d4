# ends: error SyntaxError
await x
