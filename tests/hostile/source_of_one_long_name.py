# ends: ok
exec('x' * 1_000_000 + ' = 1')
