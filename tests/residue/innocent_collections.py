# finds: nothing
from collections import ChainMap, Counter, OrderedDict, defaultdict, deque

groups = defaultdict(list)
for word in ["ant", "ape", "bee"]:
    groups[word[0]].append(word)
tally = defaultdict(int)
for letter in "banana":
    tally[letter] += 1
letters = Counter("banana")
letters.update("nab")
recent = deque(maxlen=3)
recent.extend(range(5))
recent.rotate(1)
settings = ChainMap({"size": 2}, {"size": 1, "colour": "red"})
ordered = OrderedDict(a=1, b=2)
ordered.move_to_end("a")
print(dict(groups), letters.most_common(1), list(recent), settings["colour"], list(ordered), tally["a"])
