# ends: ok
import functools, math, types
math.sin = types.MethodType(functools.partial(print), 5)
math.cos = staticmethod(staticmethod(staticmethod(5)))
math.tan = property()
