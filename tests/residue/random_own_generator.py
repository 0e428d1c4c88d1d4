# finds: nothing
import random

rng = random.Random(9)
cards = list("AKQJ")
rng.shuffle(cards)
rng.seed(1)
state = rng.getstate()
first = rng.random()
rng.setstate(state)
print(first == rng.random())
