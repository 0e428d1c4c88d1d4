# ends: ok
import types
for n, file in enumerate((5, object(), 'x' * 10**6, '<b>\x1b[2J', None, [])):
    module = types.ModuleType(f'odd_{n}')
    module.__file__ = file
    globals()[f'odd_{n}'] = module
