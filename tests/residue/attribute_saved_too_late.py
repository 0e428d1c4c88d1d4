# finds: attribute copy.deepcopy left
import copy
copy.deepcopy = lambda value: value
saved = copy.deepcopy
rows = [[1], [2]]
clone = copy.deepcopy(rows)
copy.deepcopy = saved
print(clone is rows)
