# finds: attribute random._inst.__class__ left
import random
# --- next cell
class Loaded(random.Random):
    def choice(self, things):
        return things[0]

random._inst.__class__ = Loaded
print(random._inst.choice([1, 2, 3]))
