# finds: phantom index['zebra'] reverted
from collections import defaultdict

index = defaultdict(set)
for word in ('apple', 'ant', 'bee'):
    index[word[0]].add(word)
# --- next cell
found = index['zebra']
total = len(index)
del index['zebra']
print(found, total, len(index))
