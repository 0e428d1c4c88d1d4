# finds: nothing
class Auto(type):
    def __new__(meta, name, bases, body):
        cls = super().__new__(meta, name, bases, body)
        for field in body.get("fields", ()):
            setattr(cls, "get_" + field, lambda self, field=field: self.data[field])
        return cls

    def __init__(cls, name, bases, body):
        super().__init__(name, bases, body)
        cls.size = property(lambda self: len(self.data))

class Row(metaclass=Auto):
    fields = "name", "price"

    def __init__(self, **data):
        self.data = data

row = Row(name="tea", price=3)
print(row.get_name(), row.get_price(), row.size)
