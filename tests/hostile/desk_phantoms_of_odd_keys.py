# ends: ok
from collections import defaultdict
class Key:
    def __repr__(self):
        1 / 0
phantoms = defaultdict(list)
for key in ('x' * 100_000, '<b>', "a'b", Key(), (1, Key()), float('nan'), 10**4000):
    phantoms[key]
