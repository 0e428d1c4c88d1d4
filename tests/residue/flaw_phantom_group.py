# finds: phantom REGISTRY['ghost'] left
from collections import defaultdict

REGISTRY = defaultdict(list)

def register(group, item):
    REGISTRY[group].append(item)

def members(group):
    return REGISTRY[group]

register('tools', 'hammer')
# --- next cell
print(len(members('tools')), len(members('ghost')))
print(sorted(REGISTRY))
