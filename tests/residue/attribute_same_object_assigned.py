# finds: nothing
import json
import math

def keep(module, *names):
    for name in names:
        setattr(module, name, getattr(module, name))

keep(json, 'dumps', 'loads')
keep(math, 'pi')
math.tau = math.tau
print(json.dumps([1]))
