# finds: random random.seed reverted
import random

def repeatable(seed, work):
    state = random.getstate()
    random.seed(seed)
    try:
        return work()
    finally:
        random.setstate(state)
# --- next cell
print(repeatable(1, random.random) == repeatable(1, random.random))
