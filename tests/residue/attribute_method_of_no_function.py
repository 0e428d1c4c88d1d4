# finds: attribute math.show left
import functools
import math
import types
math.show = types.MethodType(functools.partial(print), 5)
