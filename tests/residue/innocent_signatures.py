# finds: nothing
import inspect
from typing import get_type_hints

def order(item: str, /, number: int = 1, *extras: str, hot: bool = False, **options) -> str:
    return item * number

signature = inspect.signature(order)
kinds = [parameter.kind.name for parameter in signature.parameters.values()]
bound = signature.bind("tea", 2, "milk", hot=True)
bound.apply_defaults()
hints = get_type_hints(order)

class Caller:
    def __call__(self, x, y=2): ...

print(kinds, bound.arguments["extras"], hints["return"], inspect.signature(Caller()))
