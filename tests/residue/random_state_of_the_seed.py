# finds: random random.seed left
import random

random.seed(3)
state = random.getstate()
first = random.random()
random.setstate(state)
second = random.random()
print(first == second)
