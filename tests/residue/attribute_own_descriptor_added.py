# finds: attribute Account.balance left
class Positive:
    def __init__(self, name):
        self.name = name

    def __get__(self, instance, owner=None):
        return self if instance is None else vars(instance)[self.name]

    def __set__(self, instance, value):
        if value < 0:
            raise ValueError(self.name)
        vars(instance)[self.name] = value

class Account:
    def __init__(self, balance):
        self.balance = balance

# --- next cell
Account.balance = Positive("balance")
try:
    Account(-1)
except ValueError as error:
    print("refused", error)
