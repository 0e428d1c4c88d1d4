# ends: error RecursionError | stack
import copy
class A:
    def __reduce_ex__(self, protocol):
        return copy.copy(self)
copy.copy(A())
