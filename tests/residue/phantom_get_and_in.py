# finds: nothing
from collections import defaultdict

groups = defaultdict(list)
groups['red'].append(1)
# --- next cell
blue = groups.get('blue', [])
green = 'green' in groups
groups['yellow'].append(2)
print(blue, green, sorted(groups))
