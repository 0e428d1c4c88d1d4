# ends: ok
import sys, types
for n in range(10_000):
    sys.modules[f'module_{n}'] = types.ModuleType(f'module_{n}')
