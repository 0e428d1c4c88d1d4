# finds: nothing
import random

class Die:
    def __init__(self, sides=6):
        self.sides = sides

    def roll(self, times):
        return [random.randrange(self.sides) + 1 for turn in range(times)]

rolls = Die().roll(20)
hand = random.sample(range(52), k=5)
colours = random.choices(["red", "blue"], weights=[3, 1], k=4)
inside = sum(random.random() ** 2 + random.random() ** 2 <= 1 for shot in range(50))
print(max(rolls) <= 6, len(set(hand)), len(colours), 0 <= inside <= 50)
