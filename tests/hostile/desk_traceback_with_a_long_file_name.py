# ends: error ZeroDivisionError
exec(compile('1 / 0', '<b>&lt;' + 'file' * 20_000, 'exec'))
