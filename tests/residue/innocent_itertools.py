# finds: nothing
import operator
from itertools import accumulate, chain, combinations, count, cycle, groupby, islice, product

words = ["ant", "ape", "bee", "cat", "cow"]
groups = {key: list(group) for key, group in groupby(words, key=operator.itemgetter(0))}
pairs = list(combinations("abc", 2))
sums = list(accumulate([1, 2, 3], operator.mul))
evens = list(islice(count(0, 2), 4))
colours = dict(zip(words, cycle(["red", "blue"])))
grid = [x * y for x, y in product(range(3), repeat=2)]
print(groups["a"], len(pairs), sums, evens, colours["bee"], sum(chain(grid, evens)))
