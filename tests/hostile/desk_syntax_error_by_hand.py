# ends: error SyntaxError
raise SyntaxError('<b>by hand</b>', ('<cell x>', 10**9, -5, 'text\x1b[2J\n', 10**9, 10**18))
