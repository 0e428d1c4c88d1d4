# ends: error RecursionError | stack
compile('a' + '.b' * 20_000, '<attributes>', 'eval')
