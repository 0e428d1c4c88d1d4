# ends: ok
a = []
a.append(a)
d = {}
d['d'] = d
print(a, d)
a == a
