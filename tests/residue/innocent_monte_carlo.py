# finds: nothing
import random

def estimate(shots):
    inside = sum(random.random() ** 2 + random.random() ** 2 <= 1 for shot in range(shots))
    return 4 * inside / shots

pi = estimate(20_000)
print(2.5 < pi < 3.8)
