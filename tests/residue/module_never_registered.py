# finds: nothing
import types

source = 'def double(x):\n    return 2 * x\n'
plugin = types.ModuleType('plugin')
exec(source, plugin.__dict__)
print(plugin.double(4))
