# finds: phantom orders[17] left
from collections import defaultdict

orders = defaultdict(list)
orders[4].append('tea')
if not orders[17]:
    print('nothing ordered')
print(len(orders))
