# finds: shadow collections.Counter.pop left
import collections

def pop(self, key, default=0):
    value = self[key]
    del self[key]
    return value or default

collections.Counter.pop = pop
stock = collections.Counter(apple=2)
print(stock.pop('apple'), stock.pop('pear'))
