# ends: error ZeroDivisionError
exec('x = [' + '1, ' * 20_000 + '1 / 0]')
