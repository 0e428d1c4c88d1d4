# ends: memory | error MemoryError
class Node:
    pass
keep = []
while True:
    a, b = Node(), Node()
    a.other, b.other = b, a
    a.load = bytes(10**6)
    keep.append(a)
