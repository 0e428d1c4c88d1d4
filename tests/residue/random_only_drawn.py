# finds: nothing
import random

random.seed(5)
# --- next cell
names = ["ann", "bob", "eve"]
winner = random.choice(names)
random.shuffle(names)
throws = [random.randint(1, 6) for throw in range(10)]
height = random.gauss(170, 8)
