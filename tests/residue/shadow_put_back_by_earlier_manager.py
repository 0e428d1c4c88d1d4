# finds: shadow Dog.speak reverted
from unittest.mock import patch

class Animal:
    def speak(self):
        return "..."

class Dog(Animal):
    pass

def barking():
    return patch.object(Dog, "speak", lambda self: "woof")

def chorus():
    return Dog().speak() * 2
# --- next cell
with barking():
    sound = chorus()
    print(sound)
