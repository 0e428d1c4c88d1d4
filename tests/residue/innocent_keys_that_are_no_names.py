# finds: nothing
class Key:
    def __hash__(self):
        return 1

globals()[Key()] = 1
globals()[5] = 2
print(len([key for key in globals() if type(key) is not str]))
