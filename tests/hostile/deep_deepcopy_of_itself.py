# ends: error RecursionError | stack
import copy
class A:
    def __deepcopy__(self, memo):
        return copy.deepcopy(self)
copy.deepcopy(A())
