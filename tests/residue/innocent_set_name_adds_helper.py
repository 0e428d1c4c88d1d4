# finds: nothing
class Choice:
    def __init__(self, *options):
        self.options = options

    def __set_name__(self, owner, name):
        self.name = name
        for option in self.options:
            method = lambda self, option=option: vars(self).get(name) == option
            setattr(owner, "is_" + option, method)

    def __get__(self, instance, owner=None):
        return self if instance is None else vars(instance)[self.name]

    def __set__(self, instance, value):
        vars(instance)[self.name] = value

class Order:
    state = Choice("new", "paid")

    def __init__(self):
        self.state = "new"

order = Order()
print(order.is_new(), order.is_paid())
