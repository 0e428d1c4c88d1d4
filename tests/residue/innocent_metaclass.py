# finds: nothing
class Named(type):
    made = []

    def __new__(meta, name, bases, body, **options):
        body.setdefault("label", name.lower())
        meta.made.append(name)
        return super().__new__(meta, name, bases, body)

    def __call__(cls, *args):
        thing = super().__call__(*args)
        thing.number = len(cls.made)
        return thing

    def __len__(cls):
        return len(cls.label)

class Animal(metaclass=Named):
    pass

class Dog(Animal):
    label = "good dog"

dog = Dog()
print(dog.number, len(Dog), Animal.label, Named.made)
