# ends: ok
import _host, sys
for name in ('write', 'now', 'monotonic', 'library', 'library_index', 'line', 'random', 'elsewhere', 'sleep'):
    setattr(_host, name, lambda *args: 5)
print('x')
