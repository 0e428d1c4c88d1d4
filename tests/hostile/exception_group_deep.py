# ends: error ExceptionGroup
error = ValueError('x')
for _ in range(60):
    error = ExceptionGroup('deeper', [error, TypeError()])
raise error
