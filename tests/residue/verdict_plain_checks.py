# finds: nothing
from collections.abc import Callable, Hashable, Sized

class Empty:
    pass

class Full:
    def __len__(self):
        return 1

    def __call__(self):
        return 2

answers = [isinstance(x, kind) for x in (Empty(), Full()) for kind in (Sized, Callable, Hashable)]
print(answers)
