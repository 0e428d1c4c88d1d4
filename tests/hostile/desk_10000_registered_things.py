# ends: ok
import atexit, codecs
for n in range(5_000):
    atexit.register(print, n)
    codecs.register_error(f'handler_{n}', lambda error: ('', 0))
