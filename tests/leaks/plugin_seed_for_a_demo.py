# finds: random random.seed left
import random
# --- next cell
def demo(seed=7):
    random.seed(seed)
    return [random.randint(1, 6) for _ in range(3)]

print(demo())
