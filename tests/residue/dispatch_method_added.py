# finds: dispatch show: int permanent
from functools import singledispatchmethod

class Printer:
    @singledispatchmethod
    def show(self, value):
        return "something"

# --- next cell
@Printer.show.register(int)
def show_int(self, value):
    return "a number"

print(Printer().show(3), Printer().show("x"))
