# ends: error ExceptionGroup | stack
error = ValueError('deepest')
for _ in range(3_000):
    error = ExceptionGroup('deeper', [error])
raise error
