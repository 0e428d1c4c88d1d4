# ends: error NameError
import builtins
for name in list(vars(builtins)):
    if name not in ('builtins',):
        delattr(builtins, name)
