# finds: nothing
class Closed:
    @property
    def __dict__(self):
        raise TypeError("nothing to see")

closed = Closed()
class Open:
    __dict__ = {"run": 1}

    def run(self):
        return 1

open_one = Open()
print(open_one.run())
