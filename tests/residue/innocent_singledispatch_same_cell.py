# finds: nothing
from functools import singledispatch, singledispatchmethod

@singledispatch
def describe(value):
    return f"a {type(value).__name__}"

@describe.register
def describe_number(value: int):
    return f"the number {value}"

@describe.register(list)
def describe_list(value):
    return ", ".join(describe(item) for item in value)

class Printer:
    @singledispatchmethod
    def show(self, value):
        return repr(value)

    @show.register
    def show_text(self, value: str):
        return value.upper()

print(describe([1, 2.5]), Printer().show("tea"), Printer().show(3))
