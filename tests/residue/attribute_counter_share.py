# finds: attribute collections.Counter.share left
from collections import Counter

def share(self, key):
    return self[key] / sum(self.values())

setattr(Counter, 'share', share)
print(Counter('abca').share('a'))
