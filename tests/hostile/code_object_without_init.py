# ends: error TypeError
import re, types
for cls in (types.FunctionType, types.GeneratorType, types.FrameType, type(re.match('', '')), type(re.compile('')), types.MethodType, property, slice, range, memoryview):
    try:
        made = cls.__new__(cls)
        repr(made)
    except TypeError:
        pass
raise TypeError('all of these say no')
