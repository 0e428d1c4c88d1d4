# ends: error ValueError
import builtins
for name in ('BaseException', 'Exception', 'TypeError', 'SystemExit', 'StopIteration', 'RecursionError', 'SyntaxError', 'KeyboardInterrupt'):
    setattr(builtins, name, 5)
int('no number')
