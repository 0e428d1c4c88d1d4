# finds: shadow random._inst.random left
import random
random._inst.random = lambda: 0.5
print(random._inst.random())
