# ends: ok
import random
random.randrange(10**4000), random.sample(range(10**9), 1000), random.getrandbits(10**6) and 1
