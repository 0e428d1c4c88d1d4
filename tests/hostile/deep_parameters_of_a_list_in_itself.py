# ends: error RecursionError | stack
a = []
a.append(a)
list[a]
