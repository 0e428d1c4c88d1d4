# finds: nothing
import weakref

class Node:
    def __init__(self, name, parent=None):
        self.name = name
        self.children = []
        self.parent = weakref.ref(parent) if parent else None
        if parent:
            parent.children.append(self)

root = Node("root")
leaf = Node("leaf", root)
by_name = weakref.WeakValueDictionary({node.name: node for node in (root, leaf)})
seen = weakref.WeakSet([root])
proxy = weakref.proxy(leaf)
print(leaf.parent() is root, proxy.name, sorted(by_name), leaf in seen)
