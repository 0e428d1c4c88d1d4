"""Walks binary search trees with generators that delegate to generators."""


class Node:
    __slots__ = ("key", "left", "right")

    def __init__(self, key):
        self.key = key
        self.left = None
        self.right = None

    def insert(self, key):
        node = self
        while key != node.key:
            side = "left" if key < node.key else "right"
            below = getattr(node, side)
            if below is None:
                setattr(node, side, Node(key))
                return
            node = below

    def __iter__(self):
        if self.left is not None:
            yield from self.left
        yield self.key
        if self.right is not None:
            yield from self.right

    def by_level(self):
        level = [self]
        while level:
            yield [node.key for node in level]
            level = [below for node in level for below in (node.left, node.right) if below is not None]

    def paths(self, above=()):
        path = (*above, self.key)
        if self.left is None and self.right is None:
            yield path
        for below in (self.left, self.right):
            if below is not None:
                yield from below.paths(path)


def work():
    seed = 7
    root = Node(32768)
    for _ in range(4000):
        seed = (seed * 1103515245 + 12345) % 2147483648
        root.insert(seed >> 15)
    result = 0
    for _ in range(9):
        last = -1
        for key in root:
            result = (result * 3 + key - last) % 1_000_003
            last = key
        result += sum(len(path) for path in root.paths())
        result += sum(max(level) for level in root.by_level())
    return result
