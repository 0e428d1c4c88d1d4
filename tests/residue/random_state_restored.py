# finds: random random.seed reverted
import random

def repeatable(seed, size):
    state = random.getstate()
    random.seed(seed)
    try:
        return [random.random() for draw in range(size)]
    finally:
        random.setstate(state)

same = repeatable(7, 3) == repeatable(7, 3)
print(same)
