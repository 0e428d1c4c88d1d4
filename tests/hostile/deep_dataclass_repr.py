# ends: ok
from dataclasses import dataclass, field
@dataclass
class Node:
    children: list = field(default_factory=list)
    parent: object = None
node = Node()
node.children.append(node)
node.parent = node
node
