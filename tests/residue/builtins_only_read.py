# finds: nothing
import builtins
names = [n for n in dir(builtins) if n.islower()]
size = getattr(builtins, 'len')
namespace = dict(vars(builtins))
namespace['len'] = lambda value: 0
total = eval('len([1, 2])', {'__builtins__': namespace})
print(size('abc'), total)
