# finds: nothing
import random
# --- next cell
class Loaded(random.Random):
    def choice(self, things):
        return things[0]

mine = random.Random(4)
mine.__class__ = Loaded
print(mine.choice([1, 2, 3]))
