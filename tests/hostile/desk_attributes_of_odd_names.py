# ends: ok
import math
for name in ('', 'a b', '<b>', '`', '\n', 'x\nimport os; os._exit(1)', '\u202e', '\0', '\ud800', "'", '"""', '__class__ '):
    setattr(math, name, print)
