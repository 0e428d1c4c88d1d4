# finds: nothing
import gc

class Node:
    def __init__(self):
        self.other = self

for number in range(3):
    node = Node()
gc.collect()
summary = (gc.isenabled(), gc.get_debug(), len(gc.get_threshold()), len(gc.callbacks))
