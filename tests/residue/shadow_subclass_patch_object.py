# finds: shadow Dog.speak reverted
from unittest import mock

class Animal:
    def speak(self):
        return '...'

class Dog(Animal):
    legs = 4

# --- next cell
with mock.patch.object(Dog, 'speak', lambda self: 'woof'):
    sound = Dog().speak()
print(sound, Dog().speak(), 'speak' in vars(Dog))
