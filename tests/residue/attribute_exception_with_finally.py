# finds: attribute random.choice reverted
import random
from contextlib import contextmanager

@contextmanager
def rigged(answer):
    old = random.choice
    random.choice = lambda options: answer
    try:
        yield
    finally:
        random.choice = old

try:
    with rigged(6):
        roll = random.choice([1, 2, 3, 4, 5, 6])
        raise RuntimeError('dealer left')
except RuntimeError as problem:
    print(problem, roll)
