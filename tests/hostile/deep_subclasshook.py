# ends: error RecursionError | stack
from abc import ABC
class A(ABC):
    @classmethod
    def __subclasshook__(cls, other):
        return issubclass(other, cls)
issubclass(int, A)
