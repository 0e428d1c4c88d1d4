# ends: error ValueError
import linecache, traceback
for module in (linecache, traceback):
    for name in list(vars(module)):
        if callable(getattr(module, name)):
            setattr(module, name, lambda *args, **kwargs: 1 / 0)
raise ValueError('told all the same')
