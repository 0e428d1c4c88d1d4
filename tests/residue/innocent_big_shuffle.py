# finds: nothing
import random

numbers = list(range(40_000))
random.shuffle(numbers)
print(len(numbers))
