# finds: nothing
from collections import defaultdict

votes = defaultdict(int)
for name in ('ann', 'bob', 'ann'):
    votes[name] += 1
# --- next cell
missing = votes['cid']
names = defaultdict(lambda: 'unknown')
print(missing, names['x'], len(votes))
