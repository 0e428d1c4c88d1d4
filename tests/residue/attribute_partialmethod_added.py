# finds: attribute Lamp.on left
from functools import partialmethod

class Lamp:
    def set(self, state):
        self.state = state

# --- next cell
Lamp.on = partialmethod(Lamp.set, True)
lamp = Lamp()
lamp.on()
print(lamp.state)
