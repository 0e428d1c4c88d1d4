# finds: attribute Duck.quack left
# finds: verdict Quacks: Duck permanent
from abc import ABC

class Quacks(ABC):
    @classmethod
    def __subclasshook__(cls, other):
        if any('quack' in vars(base) for base in other.__mro__):
            return True
        return NotImplemented

class Duck:
    pass

print(issubclass(Duck, Quacks))
# --- next cell
def quack(self):
    return 'quack'

Duck.quack = quack
print(issubclass(Duck, Quacks))
