# ends: ok | stack | error RecursionError
exec(compile('d = lambda f: f\n' + '@d\n' * 10_000 + 'def f(): pass', '<decorators>', 'exec'))
