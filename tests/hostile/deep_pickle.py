# ends: error RecursionError | stack
import pickle
a = []
for _ in range(5_000):
    a = [a]
pickle.dumps(a)
