# finds: module random left
import sys
import types

fake = types.ModuleType("random")
fake.randint = lambda low, high: 4
sys.modules["random"] = fake
import random
print(random.randint(1, 6))
