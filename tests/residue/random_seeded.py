# finds: random random.seed left
import random

random.seed(42)
dice = [random.randint(1, 6) for throw in range(5)]
