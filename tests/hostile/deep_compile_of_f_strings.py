# ends: error SyntaxError | stack | error RecursionError
compile("f'{" * 300 + '1' + "}'" * 300, '<f-strings>', 'eval')
