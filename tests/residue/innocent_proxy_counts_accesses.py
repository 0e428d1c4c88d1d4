# finds: nothing
class Counting:
    def __init__(self, target):
        object.__setattr__(self, "target", target)
        object.__setattr__(self, "count", 0)

    def __getattribute__(self, name):
        count = object.__getattribute__(self, "count")
        object.__setattr__(self, "count", count + 1)
        return getattr(object.__getattribute__(self, "target"), name)

words = Counting("tea time")
shout = words.upper()
count = object.__getattribute__(words, "count")
assert count == 1, count
print(shout)
